import { describe, expect, it } from 'vitest';

import { encodeDisposition } from './encode-disposition.js';

describe('a content disposition', () => {
  it.each([
    [
      'attachment; filename="Q1 – final.pdf"',
      `attachment; filename="Q1 _ final.pdf"; filename*=UTF-8''Q1%20%E2%80%93%20final.pdf`,
    ],
    [
      'attachment; filename="Crème brûlée.txt"',
      `attachment; filename="Creme brulee.txt"; filename*=UTF-8''Cr%C3%A8me%20br%C3%BBl%C3%A9e.txt`,
    ],
    ['inline; FileName=報告.pdf; x=1', `inline; filename="__.pdf"; filename*=UTF-8''%E5%A0%B1%E5%91%8A.pdf; x=1`],
    [
      String.raw`attachment; filename="a \"ü\" (1)'.txt"`,
      String.raw`attachment; filename="a \"u\" (1)'.txt"; filename*=UTF-8''a%20%22%C3%BC%22%20%281%29%27.txt`,
    ],
    [
      `attachment; filename="ü.txt"; filename*=UTF-8''%C3%BC.txt`,
      `attachment; filename="u.txt"; filename*=UTF-8''%C3%BC.txt`,
    ],
    ['attachment; filename=$&ü', `attachment; filename="$&u"; filename*=UTF-8''%24%26%C3%BC`],
  ])('contains a file name that is not ASCII in both forms: %s', (text, encoded) => {
    expect(encodeDisposition(text)).toBe(encoded);
  });

  it.each([
    'attachment',
    'attachment; filename="plain name.pdf"',
    String.raw`attachment; filename="a \"b\".pdf"`,
    'attachment; title="ü"',
    'attachment; filename="ü\n.pdf"',
  ])('is unchanged if nothing must or can be encoded: %j', (text) => {
    expect(encodeDisposition(text)).toBe(text);
  });
});
