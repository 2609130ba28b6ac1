import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';

import { expect, it, vi } from 'vitest';

import { FakeClock } from '../testing/index.js';
import type { BodyGuard } from './body-guard.js';
import { StreamedBody } from './streamed-body.js';

const guard = (): BodyGuard => ({
  clock: new FakeClock({ manual: true }),
  idleMs: 300,
  signal: new AbortController().signal,
  release: vi.fn(),
});

const readAll = async (body: StreamedBody): Promise<string> => {
  let text = '';
  for await (const piece of body) text += String(piece);
  return text;
};

it('returns bytes that arrived before it is read, and later ones', async () => {
  const source = new PassThrough();
  source.write('be');
  await turn();
  const own = guard();
  const text = readAll(new StreamedBody(source, own));
  source.end('fore');
  expect(await text).toBe('before');
  expect(own.release).toHaveBeenCalled();
});

it('reads from the network only as much as its consumer requests', async () => {
  const source = new PassThrough({ highWaterMark: 1_000 });
  const body = new StreamedBody(source, guard());
  let written = 0;
  while (source.write(Buffer.alloc(1_000)) && written < 100) written++;
  body.read(1);
  for (let pieces = 0; pieces < 500; pieces++) {
    source.write(Buffer.alloc(1_000));
    await turn();
  }
  expect(body.readableLength).toBeLessThan(200_000);
  expect(source.writableLength).toBeGreaterThan(0);
  body.destroy();
  expect(source.destroyed).toBe(true);
});

it.each(['before', 'after'])('fails if its connection breaks %s it is read', async (when) => {
  const source = new PassThrough();
  source.write('half');
  if (when === 'before') source.destroy();
  const text = expect(readAll(new StreamedBody(source, guard()))).rejects.toMatchObject({ code: 'ECONNRESET' });
  await turn();
  source.destroy();
  await text;
});
