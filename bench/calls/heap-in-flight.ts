import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { type Figure, median } from '../figure.ts';

const run = promisify(execFile);

/** Measures the heap of 1,000 calls in flight: each side in processes of its own, in turns. */
export const heapInFlight = async (endpoint: string, rounds: number): Promise<Figure> => {
  const server = createServer((socket) => void socket.on('error', () => undefined).resume()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const script = fileURLToPath(new URL('in-flight.ts', import.meta.url));
  const bytes: Record<'ours' | 'sdk', number[]> = { ours: [], sdk: [] };
  for (let round = 0; round < rounds; round++)
    for (const side of ['ours', 'sdk'] as const) {
      const parameters = ['--expose-gc', '--no-warnings', script, side, endpoint, `http://127.0.0.1:${port}`];
      bytes[side].push(Number((await run(process.execPath, parameters)).stdout));
    }
  server.close();
  const [ours, sdk] = [median(bytes.ours), median(bytes.sdk)];
  const megabytes = (value: number): string => `${(value / 1e6).toFixed(1)} MB`;
  return {
    name: 'heap of 1,000 calls of SendMessage in flight',
    ours: megabytes(ours),
    theirs: megabytes(sdk),
    value: ours / sdk,
    limit: 0.5,
    unit: '×',
  };
};
