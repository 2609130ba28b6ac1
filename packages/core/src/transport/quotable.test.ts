import { expect, it } from 'vitest';

import { isHtml } from './quotable.js';

it.each([
  ['<html>', true],
  ['<!DOCTYPE html>', true],
  ['<HEAD/>', true],
  ['<body class="a">', true],
  ['\ufeff\n <html>', true],
  ['\u00a0<html>', true],
  ['<!-- a page --><html>', true],
  ['<?xml version="1.0"?><html>', false],
  ['<!-- a comment --><Result>', false],
  ['<htmlResult>', false],
  ['<Bucket>', false],
  ['{"a":"<html>"}', false],
  ['<', false],
  ['', false],
])('%j is the start of an HTML page: %j', (text, isPage) => {
  expect(isHtml(Buffer.from(text))).toBe(isPage);
});
