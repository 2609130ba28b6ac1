import type { SocketSettings } from './socket-settings.js';
import type { Transport } from './transport.js';

/** Makes Node's transport, loaded with the first request: Node's HTTP modules take longer to load than the rest of the package. */
export const lazyNodeTransport = (settings: SocketSettings): Transport => {
  let loaded: Promise<Transport> | undefined;
  const load = async (): Promise<Transport> => {
    const [{ nodeTransport }, network] = await Promise.all([import('./node-transport.js'), settings.network?.()]);
    return nodeTransport(settings, network);
  };
  const transport = (): Promise<Transport> =>
    (loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    }));
  return {
    handle: async (request, options) => (await transport()).handle(request, options),
    destroy: () =>
      void loaded?.then(
        (opened) => opened.destroy(),
        () => undefined,
      ),
  };
};
