import { expect, it } from 'vitest';

import { escapeUnknownEntities } from './escape-unknown-entities.js';

const escaped = (text: string): string => Buffer.from(escapeUnknownEntities(Buffer.from(text))).toString();

it.each([
  ['<a>&constructor;</a>', '<a>&amp;constructor;</a>'],
  ['<a>&toString; & b</a>', '<a>&amp;toString; &amp; b</a>'],
  ['<a>&amp;&lt;&gt;&quot;&apos;&#65;&#x41;</a>', '<a>&amp;&lt;&gt;&quot;&apos;&#65;&#x41;</a>'],
  ['<a>ü</a>', '<a>ü</a>'],
])('%s becomes %s', (text, expected) => {
  expect(escaped(text)).toBe(expected);
});

it('returns the same bytes if no entity is unknown', () => {
  const bytes = Buffer.from('<a>&amp;</a>');
  expect(escapeUnknownEntities(bytes)).toBe(bytes);
});
