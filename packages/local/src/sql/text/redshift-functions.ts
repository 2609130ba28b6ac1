import type { SqlEdit } from './rewrite-sql.js';
import { bracketLength, editTokens, type SqlCode } from './sql-code.js';

/**
 * Edits that write some of Redshift's functions as Postgres's: `GETDATE()` and `SYSDATE` become `LOCALTIMESTAMP` (the first in
 * whole seconds), `NVL` becomes `COALESCE`, `LEN` becomes `LENGTH`, and `LISTAGG(…) WITHIN GROUP (ORDER BY …)` becomes
 * `STRING_AGG(… ORDER BY …)`. Others (`DATEADD`, `DATEDIFF`, `DECODE`, …) are not known here.
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

/** `closing` is the bracket behind the arguments of LISTAGG. */
function aggregateTail(code: SqlCode, closing: number): SqlEdit[] {
  const [bracket, within, group, opening] = code.words.slice(closing, closing + 4);
  const isOrdered = bracket === ')' && within === 'WITHIN' && group === 'GROUP' && opening === '(';
  return isOrdered ? [editTokens(code, closing, 4, ' ')] : [];
}

/** A column or function of something, as in `t.sysdate`. */
function isMember({ words }: SqlCode, index: number): boolean {
  return words[index - 1] === '.';
}
