import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** Listens on a port of 127.0.0.1 and closes each connection without a response. */
export async function occupyPort(): Promise<AsyncDisposable & { readonly port: number }> {
  const server = createServer((socket) => socket.destroy());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose](): Promise<void> {
      server.close();
      await once(server, 'close');
    },
  };
}
