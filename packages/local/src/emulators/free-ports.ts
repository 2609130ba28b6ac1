import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { LocalAwsError } from '../local-aws-error.js';

/** Finds `count` free ports of 127.0.0.1: any ports, or those from `first` upwards. */
export async function freePorts(count: number, first?: number): Promise<number[]> {
  const servers: Server[] = [];
  try {
    // All ports stay open until the end, because the same port could be found twice otherwise.
    for (let index = 0; index < count; index++) servers.push(await listen(first === undefined ? 0 : first + index));
    return servers.map(portOf);
  } finally {
    await Promise.all(servers.map(close));
  }
}

async function listen(port: number): Promise<Server> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return server;
  } catch (error) {
    throw new LocalAwsError(
      `Port ${port} of 127.0.0.1 cannot be used: choose another port, or omit it to use a free port.`,
      { cause: error },
    );
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('A TCP server has a port.');
  return address.port;
}

async function close(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}
