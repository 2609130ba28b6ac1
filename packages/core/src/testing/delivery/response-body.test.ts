import type { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';

import { describe, expect, it, vi } from 'vitest';

import { type BodyEnding, responseBody } from './response-body.js';

const bytes = Buffer.alloc(100_000, 'äöü');

const bodyThat = (
  ending: BodyEnding,
): { body: Readable; hang: ReturnType<typeof vi.fn>; release: ReturnType<typeof vi.fn>; abort: AbortController } => {
  const release = vi.fn();
  const hang = vi.fn(() => release);
  const abort = new AbortController();
  return { body: responseBody({ bytes, ending, signal: abort.signal, hang }), hang, release, abort };
};

const received = async (body: Readable): Promise<{ pieces: Buffer[]; error?: unknown }> => {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of body) pieces.push(piece);
  } catch (error) {
    return { pieces, error };
  }
  return { pieces };
};

describe('a body', () => {
  it('arrives in pieces and ends', async () => {
    const { body } = bodyThat('end');
    const { pieces, error } = await received(body);
    expect(pieces.length).toBeGreaterThan(2);
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
    expect(error).toBeUndefined();
  });

  it('that breaks sends all bytes, then the error of Node', async () => {
    const { body } = bodyThat('break');
    const pieces: Buffer[] = [];
    const failed = new Promise((resolve) =>
      body.on('data', (piece: Buffer) => pieces.push(piece)).on('error', resolve),
    );
    await expect(failed).resolves.toMatchObject({ message: 'aborted', code: 'ECONNRESET' });
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
  });

  it('that hangs calls back when its reader waits, and again when it stops waiting', async () => {
    const { body, hang, release } = bodyThat('hang');
    await turn();
    expect(hang).not.toHaveBeenCalled();
    body.resume();
    await turn();
    body.read();
    expect(hang).toHaveBeenCalledOnce();
    expect(release).not.toHaveBeenCalled();
    body.destroy();
    await turn();
    expect(release).toHaveBeenCalledOnce();
  });

  it('breaks when the request is aborted', async () => {
    const { body, abort } = bodyThat('end');
    abort.abort();
    const { pieces, error } = await received(body);
    expect(pieces).toEqual([]);
    expect(error).toMatchObject({ message: 'aborted', code: 'ECONNRESET' });
  });

  it('ends with the error of a caller that destroys it when the request is aborted', async () => {
    const { body, abort } = bodyThat('end');
    abort.signal.addEventListener('abort', () => body.destroy(new Error('the better reason')));
    const reading = received(body);
    abort.abort();
    expect((await reading).error).toMatchObject({ message: 'the better reason' });
  });

  it('does not end the process when it breaks without a listener', async () => {
    const { body, abort } = bodyThat('end');
    const closed = new Promise((resolve) => body.once('close', resolve));
    abort.abort();
    await closed;
    expect(body.destroyed).toBe(true);
  });
});
