import { PassThrough, Readable } from 'node:stream';

import { describe, expect, it, vi } from 'vitest';

import { FakeClock } from '../testing/index.js';
import { BodyTimeoutError } from './attempt-timeout-error.js';
import type { BodyGuard } from './body-guard.js';
import { BodyTooLargeError, collectBody, releaseBody } from './collect-body.js';

const inPieces = (bytes: Uint8Array): Readable => Readable.from([bytes.subarray(0, 1_000), bytes.subarray(1_000)]);
const bytes = Buffer.alloc(300_000, 'abc');

const guard = (own: Partial<BodyGuard> = {}): BodyGuard => ({
  clock: new FakeClock({ manual: true }),
  idleMs: 300,
  signal: new AbortController().signal,
  release: vi.fn(),
  ...own,
});

describe('a large body of known length', () => {
  it('is collected in one buffer, whose memory can be released', async () => {
    const collected = await collectBody(inPieces(bytes), guard(), { lengthBytes: bytes.length });
    expect(Buffer.compare(collected, bytes)).toBe(0);
    releaseBody(collected);
    expect(collected.length).toBe(0);
  });

  it.each([-1, 1])(
    'contains all received bytes if its length is wrong by %i, and its memory is not released',
    async (more) => {
      const collected = await collectBody(inPieces(bytes), guard(), { lengthBytes: bytes.length + more });
      expect(Buffer.compare(collected, bytes)).toBe(0);
      releaseBody(collected);
      expect(collected.length).toBe(bytes.length);
    },
  );
});

describe('a body', () => {
  it.each([
    ['bytes', Buffer.from('abc'), 'abc'],
    ['text', 'abc', 'abc'],
    ['no body', undefined, ''],
    [
      'an async iterable',
      (async function* () {
        yield Buffer.from('a');
        yield Buffer.from('bc');
      })(),
      'abc',
    ],
    ['a stream of texts', Readable.from(['a', 'bc']), 'abc'],
  ])('may be %s, and its guard is released', async (_title, body, text) => {
    const own = guard();
    expect(Buffer.from(await collectBody(body, own)).toString()).toBe(text);
    expect(own.release).toHaveBeenCalledOnce();
  });

  it('is complete if it has arrived before it is read', async () => {
    const body = new PassThrough();
    body.end('all of it');
    await new Promise((resolve) => setImmediate(resolve));
    expect(Buffer.from(await collectBody(body, guard())).toString()).toBe('all of it');
  });

  it('fails with the error of its stream', async () => {
    const body = new PassThrough();
    const collected = expect(collectBody(body, guard())).rejects.toThrow('reset');
    body.write('half');
    body.destroy(new Error('reset'));
    await collected;
  });

  it.each(['before', 'while'])('fails if its stream is closed %s it is read', async (when) => {
    const body = new PassThrough();
    if (when === 'before') body.destroy();
    const collected = expect(collectBody(body, guard())).rejects.toMatchObject({ code: 'ECONNRESET' });
    body.destroy();
    await collected;
  });

  it('fails when no bytes arrive for too long, and when the call ends', async () => {
    const clock = new FakeClock({ manual: true });
    const silent = expect(collectBody(new PassThrough(), guard({ clock }))).rejects.toEqual(new BodyTimeoutError(300));
    await clock.advance(300);
    await silent;
    const body = new PassThrough();
    const controller = new AbortController();
    const ended = expect(collectBody(body, guard({ signal: controller.signal }))).rejects.toMatchObject({
      name: 'AbortError',
      cause: 'enough',
    });
    controller.abort('enough');
    await ended;
    expect(body.destroyed).toBe(true);
  });

  it('fails when it is larger than its limit', async () => {
    const body = inPieces(bytes);
    await expect(collectBody(body, guard(), { limitBytes: 2_000 })).rejects.toThrow(BodyTooLargeError);
    expect(body.destroyed).toBe(true);
  });
});
