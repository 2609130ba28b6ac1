import { describe, expect, it } from 'vitest';

import { endsWithElement, rootName } from './root-name.js';

const bytes = (text: string): Uint8Array => Buffer.from(`before${text}after`).subarray(6, -5);

describe('the root element', () => {
  it.each([
    ['<Result/>', 'Result'],
    ['<a:Result xmlns:a="b">', 'Result'],
    ['\ufeff \n<?xml version="1.0"?>\n<!-- a > b --><Result>', 'Result'],
    [`<?xml version="1.0"?><!--${'comment '.repeat(60)}--><Result>`, 'Result'],
    [`<!--${'comment '.repeat(600)}--><Result>`, undefined],
    [`<${'Long'.repeat(80)}>`, 'Long'.repeat(80)],
    ['{"a":1}', undefined],
    ['<Result', undefined],
    ['', undefined],
  ])('of %j is %j', (text, name) => {
    expect(rootName(bytes(text))).toBe(name);
  });
});

describe('the end of a document', () => {
  it.each([
    ['<Result><A>1</A></Result>', true],
    ['<Result></Result>\r\n', true],
    ['<a:Result></a:Result>', true],
    ['<Result />', true],
    ['<Result></Result ><!-- end -->\n', true],
    [`<Result>${'<A/>'.repeat(400)}</Result>`, true],
    ['<Result><A>1</A>', false],
    ['<Result></Resul', false],
    ['<Result></Result><Other/>', false],
    ['<Result></Result>text', false],
    ['<Results></OtherResult>', false],
    ['</Result>', true],
    ['', false],
  ])('%j is that of the root element: %j', (text, isEnd) => {
    expect(endsWithElement(bytes(text), 'Result')).toBe(isEnd);
  });
});
