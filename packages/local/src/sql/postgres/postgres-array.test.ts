import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postgresArray } from './postgres-array.js';

const written = (items: readonly (string | null)[]): string =>
  `{${items.map((item) => (item === null ? 'NULL' : `"${item.replaceAll(/["\\]/g, String.raw`\$&`)}"`)).join(',')}}`;

describe('postgresArray', () => {
  it.each([
    ['{}', []],
    ['{1,2}', ['1', '2']],
    ['{NULL,"NULL"}', [null, 'NULL']],
    [
      '{{a,b},{c,d}}',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['[0:1]={x,y}', ['x', 'y']],
    ['{a b,""}', ['a b', '']],
  ])('reads %s', (text, items) => {
    expect(postgresArray(text)).toEqual(items);
  });

  it('reads all quoted texts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.string({ unit: fc.constantFrom('a', '"', '\\', ',', '{', '}', ' ', 'é', '\n') }))),
        (items) => {
          expect(postgresArray(written(items))).toEqual(items);
        },
      ),
    );
  });
});
