import type { Transport } from '../transport/transport.js';

const ignore = (): void => undefined;

// Without `info` the SDK does not copy every response to hide sensitive values in a log that is not written.
const logger = { warn: ignore, error: ignore, debug: ignore };

/** The part of an SDK client's configuration that connects it with a transport. An abort of `abortSignal` ends its requests. */
export const clientBase = (transport: Transport, abortSignal?: AbortSignal): object => ({
  logger,
  requestHandler: {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: abortSignal ? (request: never) => transport.handle(request, { abortSignal }) : transport.handle,
    // The owner of the transport closes the sockets: destroying one client must not close the sockets of the others.
    destroy: ignore,
    updateHttpClientConfig: ignore,
    httpHandlerConfigs: () => ({}),
  },
});
