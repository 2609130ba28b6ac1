import type { Transport } from './transport.js';

/** Makes a transport that is loaded with its first request, so that importing a package does not load it. */
export const lazyTransport = (load: () => Promise<Transport>): Transport => {
  let loading: Promise<Transport> | undefined;
  const transport = (): Promise<Transport> =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
  return {
    handle: async (request, options) => (await transport()).handle(request, options),
    destroy: () =>
      void loading?.then(
        (loaded) => loaded.destroy(),
        () => undefined,
      ),
  };
};
