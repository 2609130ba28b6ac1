import { lazyTransport } from './lazy-transport.js';
import type { SocketSettings } from './socket-settings.js';
import type { Transport } from './transport.js';

/** Makes Node's transport, loaded with the first request: Node's HTTP modules take longer to load than the rest of the package. */
export const lazyNodeTransport = (settings: SocketSettings): Transport =>
  lazyTransport(async () => {
    const [{ nodeTransport }, network] = await Promise.all([import('./node-transport.js'), settings.network?.()]);
    return nodeTransport(settings, network);
  });
