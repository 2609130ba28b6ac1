import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodeWords, encodeWords } from './encode-words.js';

describe('encoded words', () => {
  it.each([
    ['straße.jpg', '=?UTF-8?Q?stra=C3=9Fe.jpg?='],
    ['報告', '=?UTF-8?B?5aCx5ZGK?='],
    ['a b ü', '=?UTF-8?B?YSBiIMO8?='],
    ['Zürich and Genève by train', '=?UTF-8?Q?Z=C3=BCrich_and_Gen=C3=A8ve_by_train?='],
  ])('are written in the shorter encoding: %s', (text, words) => {
    expect(encodeWords(text)).toBe(words);
    expect(decodeWords(words)).toBe(text);
  });

  it('have at most 75 characters, split no character, and are decoded to the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), (text) => {
        fc.pre(text.isWellFormed());
        const words = encodeWords(text);
        expect(words).toMatch(/^[\x20-\x7e]+$/);
        for (const word of words.split(' ')) {
          expect(word.length).toBeLessThanOrEqual(75);
          expect(decodeWords(word)).not.toContain('\ufffd');
        }
        expect(decodeWords(words)).toBe(text);
      }),
    );
  });

  it.each([
    ['=?utf-8?q?caf=c3=a9?=', 'café'],
    ['=?ISO-8859-1?Q?caf=E9?=', 'café'],
    ['=?UTF-8?B?5aCx?=\t =?UTF-8?B?5ZGK?=', '報告'],
    // A character of three bytes in two words.
    ['=?UTF-8?B?5aA=?= =?UTF-8?B?sQ==?=', '報'],
    ['=?UTF-8*en?Q?a=2Cb?=', 'a,b'],
    ['=?UTF-8?Q??=', ''],
    [Buffer.from('Größe', 'utf8').toString('latin1'), 'Größe'],
  ])('of other encoders are decoded: %s', (words, text) => {
    expect(decodeWords(words)).toBe(text);
  });

  it.each([
    'plain',
    '',
    'see =?UTF-8?Q?caf=C3=A9?=',
    '=?UTF-8?Q?caf=C3=A9?= and more',
    '=?UTF-8?X?abc?=',
    '=?no-such-charset?Q?abc?=',
    '=?UTF-8?B?not base64?=',
    '=?UTF-8?B?a$b?=',
    '=?UTF-8?Q?caf=C?=',
    '=?UTF-8?Q?caf=E9?=',
    '=?UTF-8?Q?cafü?=',
    'Größe',
    'Größe 報告',
  ])('are distinguished from text that only looks like them: %s', (text) => {
    expect(decodeWords(text)).toBe(text);
  });
});
