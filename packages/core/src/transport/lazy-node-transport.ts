import type { SocketSettings } from './socket-settings.js';
import type { Transport } from './transport.js';

/** Makes Node's transport, loaded with the first request: Node's HTTP modules take longer to load than the rest of the package. */
export const lazyNodeTransport = (settings: SocketSettings): Transport => {
  let loaded: Promise<Transport> | undefined;
  return {
    handle: async (request, options) => {
      loaded ??= import('./node-transport.js').then(({ nodeTransport }) => nodeTransport(settings));
      return (await loaded).handle(request, options);
    },
    destroy: () => void loaded?.then((transport) => transport.destroy()),
  };
};
