import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { sqlText } from './sql-text.js';

/** Text that does not end a string, a name or a comment. */
const quiet = fc.stringMatching(/^[a-z :;\n]*$/);
const name = fc.oneof(fc.stringMatching(/^[a-z]\w{0,5}$/), fc.stringMatching(/^[1-9]\d{0,2}$/));

describe('parameters in SQL', () => {
  it('are found outside of strings, names and comments only', () => {
    fc.assert(
      fc.property(name, quiet, (parameter, text) => {
        const line = text.replaceAll('\n', ' ');
        const sql = `select '${text}', 'it''s ${text}', "${text}", a::t${parameter} -- ${line}\n /* ${text} /* ${text} */ ${text} */ $$${text}$$, $q$${text}$q$ from b where c = :${parameter}`;
        for (const dialect of ['standard', 'backslashes'] as const) {
          expect(sqlText(sql, dialect).parameterNames).toEqual([parameter]);
        }
      }),
    );
  });

  it('are found in MySQL', () => {
    fc.assert(
      fc.property(name, quiet, (parameter, text) => {
        const line = text.replaceAll('\n', ' ');
        const sql = String.raw`set @a := 1; select '\' ${text}', "\" ${text}", ${'`'}${text}${'`'} # it's ${line}
          -- it's ${line}
          /* /* ${text} */ from b where c = :${parameter}`;
        expect(sqlText(sql, 'mysql').parameterNames).toEqual([parameter]);
      }),
    );
  });

  it('are searched without errors in any text', () => {
    const pieces = fc.array(
      fc.constantFrom("'", '"', '`', '\\', '--', '#', '/*', '*/', '$$', '$a$', ':a', '::', '\n', ' x '),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        for (const dialect of ['standard', 'backslashes', 'mysql'] as const) {
          const { parameterNames } = sqlText(parts.join(''), dialect);
          expect(parameterNames.every((found) => /^[a-z]\w*$/.test(found))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    [String.raw`select '\', :a, '`, ['a'], []],
    [String.raw`select '\'', :a`, [], ['a']],
    [String.raw`select e'it\'s :a', :b`, ['a'], ['b']],
  ])('depend on the meaning of a backslash in %s', (sql, standard, backslashes) => {
    expect(sqlText(sql, 'standard').parameterNames).toEqual(standard);
    expect(sqlText(sql, 'backslashes').parameterNames).toEqual(backslashes);
  });

  it('are returned once', () => {
    expect(sqlText('select :a, :b, :a').parameterNames).toEqual(['a', 'b']);
  });
});
