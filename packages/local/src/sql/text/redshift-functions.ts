import type { SqlEdit } from './rewrite-sql.js';
import { bracketLength, editTokens, type SqlCode } from './sql-code.js';

/**
 * Returns the edits that convert some of Redshift's functions to Postgres: `GETDATE()` and `SYSDATE` to `LOCALTIMESTAMP` (`GETDATE()` in whole
 * seconds), `NVL` to `COALESCE`, `LEN` to `LENGTH`, and `LISTAGG(…) WITHIN GROUP (ORDER BY …)` to `STRING_AGG(… ORDER BY …)`. Others, such as
 * `DATEADD`, `DATEDIFF` and `DECODE`, are not supported.
 */
export function redshiftFunctions(code: SqlCode): SqlEdit[] {
  return code.words.flatMap((word, index) => (isMember(code, index) ? [] : callAt(code, word, index)));
}

function callAt(code: SqlCode, word: string, index: number): SqlEdit[] {
  const length = bracketLength(code, index + 1);
  const rename = (text: string): SqlEdit[] => (length === 0 ? [] : [editTokens(code, index, 1, text)]);
  switch (word) {
    case 'GETDATE':
      return length === 2 ? [editTokens(code, index, 3, "date_trunc('second', LOCALTIMESTAMP)")] : [];
    case 'SYSDATE':
      return [editTokens(code, index, 1, 'LOCALTIMESTAMP')];
    case 'NVL':
      return rename('COALESCE');
    case 'LEN':
      return rename('LENGTH');
    case 'LISTAGG':
      return [...rename('STRING_AGG'), ...aggregateTail(code, index + length)];
    default:
      return [];
  }
}

/** Converts `WITHIN GROUP (…)`. `closing` is the index of the bracket after the arguments of LISTAGG. */
function aggregateTail(code: SqlCode, closing: number): SqlEdit[] {
  const [bracket, within, group, opening] = code.words.slice(closing, closing + 4);
  const isOrdered = bracket === ')' && within === 'WITHIN' && group === 'GROUP' && opening === '(';
  return isOrdered ? [editTokens(code, closing, 4, ' ')] : [];
}

/** Whether a word belongs to a table or schema, as in `t.sysdate`. */
function isMember({ words }: SqlCode, index: number): boolean {
  return words[index - 1] === '.';
}
