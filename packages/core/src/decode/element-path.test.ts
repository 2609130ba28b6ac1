import { expect, it } from 'vitest';

import { elementPath } from './element-path.js';

it.each([
  ['', ''],
  ['<?xml version="1.0"?><r>', 'r'],
  ['<r><a/><b>text', 'r/b'],
  ['<r><i>1</i><i>2</i><i><n>', 'r/i[3]/n'],
  ['<r><!-- <x> --><![CDATA[<y>]]><a z="1">', 'r/a'],
  ['<r></r></r>', ''],
  ['<r><a', 'r'],
])('names the elements that are open at the end of %s', (text, path) => {
  expect(elementPath(text, text.length)).toBe(path);
});

it('is short, and ignores the text after its position', () => {
  const text = '<a>'.repeat(100) + `<${'n'.repeat(100)}>`;
  const names = elementPath(text, text.length).split('/');
  expect([names.length, names.at(-1)]).toEqual([12, 'n'.repeat(60)]);
  expect(elementPath('<r><a><b>', 6)).toBe('r/a');
});
