import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sqlTokens } from './sql-tokens.js';

const read = (sql: string): string[] =>
  [...sqlTokens(sql)].map(({ kind, start, end }) => `${kind} ${sql.slice(start, end)}`);

describe('sqlTokens', () => {
  it.each([
    ["'it''s'", ["text 'it''s'"]],
    ["'a\\' b", ["text 'a\\'", 'word b']],
    ["E'a\\' b'", ["text E'a\\' b'"]],
    ['"a ""b"" c"', ['text "a ""b"" c"']],
    ['$$a $ b$$', ['text $$a $ b$$']],
    ['$x$ $y$ $x$', ['text $x$ $y$ $x$']],
    ['a$1$b', ['word a$1$b']],
    ['$12', ['symbol $12']],
    ['-- a\nb', ['comment -- a', 'word b']],
    ['/* a /* b */ c */ d', ['comment /* a /* b */ c */', 'word d']],
    ['a::b:=:c', ['word a', 'symbol ::', 'word b', 'symbol :=', 'symbol :', 'word c']],
    ['1.5e3 - x1', ['number 1.5e3', 'symbol -', 'word x1']],
    ["'open", ["text 'open"]],
    ['/* open', ['comment /* open']],
  ])('reads %s', (sql, tokens) => {
    expect(read(sql)).toEqual(tokens);
  });

  it('omits only white space, for any text', () => {
    const piece = fc.constantFrom(
      "'",
      '"',
      '$',
      '$$',
      '$a$',
      '--',
      '/*',
      '*/',
      '\\',
      '\n',
      ' ',
      ':',
      'a',
      '1',
      'é',
      '😀',
      "E'",
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const sql = pieces.join('');
        let end = 0;
        for (const token of sqlTokens(sql)) {
          expect(sql.slice(end, token.start).trim()).toBe('');
          expect(token.end).toBeGreaterThan(token.start);
          end = token.end;
        }
        expect(sql.slice(end).trim()).toBe('');
      }),
    );
  });
});
