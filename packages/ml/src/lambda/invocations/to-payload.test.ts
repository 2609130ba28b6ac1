import { describe, expect, it } from 'vitest';

import { toPayload } from './to-payload.js';

const payloadOf = (payload: unknown): unknown => toPayload('invokeFunction', { payload }, 20).Payload;

describe('toPayload', () => {
  it.each([
    [{ a: 1 }, '{"a":1}'],
    ['text', '"text"'],
    [new TextEncoder().encode('{"a":1}'), '{"a":1}'],
    [Buffer.from(' "é" '), ' "é" '],
  ])('writes %o as %s', (payload, text) => {
    expect(payloadOf(payload)).toBe(text);
  });

  it('writes nothing if there is no payload', () => {
    expect(toPayload('invokeFunction', {}, 20)).toEqual({});
  });

  it.each([
    [Buffer.from('no JSON'), 'payload must be JSON in UTF-8 if it is bytes (got 7 bytes). Encode other bytes as text'],
    [new Uint8Array([0x22, 0xff, 0x22]), 'payload must be JSON in UTF-8 if it is bytes (got 3 bytes).'],
    [{ bytes: new Uint8Array(1) }, 'payload.bytes is a Uint8Array. Pass text, e.g. in base64.'],
    ['x'.repeat(19), 'payload must have at most 20 bytes as JSON (got 21).'],
  ])('rejects %o', (payload, message) => {
    expect(() => payloadOf(payload)).toThrow(`invokeFunction: ${message}`);
  });
});
