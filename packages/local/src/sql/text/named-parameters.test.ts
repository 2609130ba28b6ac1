import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedParameters } from './named-parameters.js';
import { rewriteSql } from './rewrite-sql.js';
import { sqlTokens } from './sql-tokens.js';

function rewrite(sql: string): { readonly sql: string; readonly names: readonly string[] } {
  const { names, edits } = namedParameters(sql, [...sqlTokens(sql)]);
  return { sql: rewriteSql(sql, edits).sql, names };
}

describe('namedParameters', () => {
  it('numbers every place', () => {
    expect(rewrite('SELECT :a, :b WHERE x=:a')).toEqual({ sql: 'SELECT $1, $2 WHERE x=$3', names: ['a', 'b', 'a'] });
  });

  it.each([
    "SELECT ':a'",
    "SELECT E'\\':a'",
    'SELECT ":a"',
    'SELECT $$:a$$, $tag$ :a $tag$',
    'SELECT 1 -- :a',
    'SELECT 1 /* :a /* :b */ :c */',
    'SELECT now()::date',
    'SELECT f(x := 1)',
    'SELECT list[1:2]',
    'SELECT : a',
  ])('does not change %s', (sql) => {
    expect(rewrite(sql)).toEqual({ sql, names: [] });
  });

  it('replaces a parameter before a cast', () => {
    expect(rewrite('SELECT :a::int')).toEqual({ sql: 'SELECT $1::int', names: ['a'] });
  });

  it('changes only parameters in any SQL', () => {
    const other = fc.constantFrom(
      "':x'",
      '":x"',
      '::int',
      '$$ :x $$',
      '-- :x\n',
      '/* :x */',
      'a',
      '=',
      '(',
      ')',
      "E'\\':x'",
      '$q$:x$q$',
    );
    const parameter = fc.stringMatching(/^[a-z_]\w{0,5}$/).map((name) => ({ name }));
    fc.assert(
      fc.property(fc.array(fc.oneof(other, parameter)), (parts) => {
        const textOf = (number: (name: string) => string): string =>
          parts.map((part) => (typeof part === 'string' ? part : number(part.name))).join(' ');
        let count = 0;
        const expected = textOf(() => `$${(count += 1)}`);
        const names = parts.flatMap((part) => (typeof part === 'string' ? [] : [part.name]));
        expect(rewrite(textOf((name) => `:${name}`))).toEqual({ sql: expected, names });
      }),
    );
  });
});
