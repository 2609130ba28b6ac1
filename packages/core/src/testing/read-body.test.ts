import { expect, it } from 'vitest';

import { readBody } from './read-body.js';

/** Bytes with the methods of a string, as in the SDK's JSON bodies. */
class TextInBytes extends Uint8Array {
  startsWith(): never {
    throw new Error('a text was read as one');
  }
  override valueOf(): never {
    return this.startsWith();
  }
  override toString(): never {
    return this.startsWith();
  }
}

it.each([
  ['a text', 'text', 'text'],
  ['nothing', undefined, ''],
  ['bytes', new Uint8Array([1, 2]), new Uint8Array([1, 2])],
  ['an ArrayBuffer', new Uint8Array([1, 2]).buffer, new Uint8Array([1, 2])],
  ['JSON in bytes', TextInBytes.from(Buffer.from('{"a":"é"}')), '{"a":"é"}'],
])('returns %s in its own type', async (_what, body, expected) => {
  expect(await readBody(body)).toEqual(expected);
});

it('reads a stream to its end', async () => {
  const chunks = async function* (): AsyncGenerator<Uint8Array | string> {
    yield new Uint8Array([1]);
    yield 'a';
  };
  expect(await readBody(chunks())).toEqual(new Uint8Array([1, 97]));
});
