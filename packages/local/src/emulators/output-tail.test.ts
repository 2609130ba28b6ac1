import { finished } from 'node:stream/promises';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { outputTail } from './output-tail.js';

it('keeps the last lines of all streams', async () => {
  const [first, second] = [new PassThrough(), new PassThrough()];
  const lines = outputTail([first, second], 3);
  first.end('one\ntwo\nthree\nfo');
  await finished(first);
  second.end('five');
  await finished(second);
  await expect.poll(() => lines).toEqual(['three', 'fo', 'five']);
});
