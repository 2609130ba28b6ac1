import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rewriteSql } from './rewrite-sql.js';

describe('rewriteSql', () => {
  it('applies edits in any order', () => {
    const edits = [
      { start: 4, end: 5, text: '' },
      { start: 0, end: 1, text: 'xyz' },
    ];
    expect(rewriteSql('a b c', edits).sql).toBe('xyz b ');
  });

  it('converts the position of a character to its original position', () => {
    const { sql, originalPosition } = rewriteSql('😀 :name x', [{ start: 3, end: 8, text: '$1' }]);
    expect(sql).toBe('😀 $1 x');
    expect([1, 2, 3, 4, 5, 6].map((position) => originalPosition(position))).toEqual([1, 2, 3, 3, 8, 9]);
  });

  it('converts the positions of all unchanged characters', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(fc.record({ kept: word, old: word, text: word })), (parts) => {
        const original = parts.map(({ kept, old }) => kept + old).join('');
        let start = 0;
        const edits = parts.map(({ kept, old, text }) => {
          const begin = start + kept.length;
          start = begin + old.length;
          return { start: begin, end: start, text };
        });
        const { sql, originalPosition } = rewriteSql(original, edits);
        expect(sql).toBe(parts.map(({ kept, text }) => kept + text).join(''));
        let [here, there] = [1, 1];
        for (const { kept, old, text } of parts) {
          expect(originalPosition(here)).toBe(there);
          here += [...kept, ...text].length;
          there += [...kept, ...old].length;
        }
      }),
    );
  });
});
