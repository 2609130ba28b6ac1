import { expect, it } from 'vitest';

import { isXmlText } from './is-xml-text.js';

it.each(['', 'a b', 'tab\tline\nreturn\r', 'ü/😀', '\x7F\x85', '\uFFFD'])('XML can contain %j', (text) => {
  expect(isXmlText(text)).toBe(true);
});

it.each(['a\0', '\x01b', 'a\bb', '\v', '\f', '\x0E', '\x1F', '\uFFFE', '\uFFFF'])('XML cannot contain %j', (text) => {
  expect(isXmlText(text)).toBe(false);
});
