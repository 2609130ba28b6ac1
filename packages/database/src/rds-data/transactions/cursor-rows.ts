import { InvalidInputError, StatementError } from '@arch/core';
import { addNote, type CallOptions, readAs, type StandardSchema } from '@arch/core/builder';

import { jsonBytes } from '../json-bytes.js';
import { isTooLarge, runSql } from '../run-sql.js';
import { checkParameters, type SqlParameters } from '../sql-parameters.js';
import type { Row } from '../to-rows.js';
import { executeSql } from '../execute-sql.js';
import type { StatementInput } from '../statement-input.js';

/** A query whose rows are read through a cursor. */
export interface CursorQuery {
  /** The name of the cursor, unique within the transaction. */
  readonly cursor: string;
  readonly sql: string;
  readonly parameters?: SqlParameters | undefined;
  readonly schema?: StandardSchema<unknown> | undefined;
  /** The number of rows per page. Default: about 256 KiB, at most 1,000 rows. */
  readonly pageRows?: number | undefined;
}

/** Executes a statement in the transaction of the cursor. */
export type RunInTurn = <Result>(run: (options: CallOptions) => Promise<Result>) => Promise<Result>;

const operation = 'listRows';
const firstRows = 10;
const mostRows = 1_000;
const pageBytes = 256 * 1_024;

/**
 * Reads rows through a server-side cursor, page by page. The cursor has the rows as they were when it was declared.
 * https://www.postgresql.org/docs/current/sql-declare.html
 */
export async function* cursorRows(
  query: CursorQuery,
  target: Omit<StatementInput, 'sql' | 'parameters'>,
  inTurn: RunInTurn,
): AsyncGenerator<unknown, void, undefined> {
  const { cursor, sql, parameters, schema } = query;
  checkPageRows(query.pageRows);
  checkParameters(operation, sql, [parameters ?? {}]);
  const run = (text: string, own?: Pick<StatementInput, 'parameters'>, offset?: number): Promise<readonly Row[]> =>
    inTurn((options) =>
      runSql({ operation, sql, offset, options }, async (each) => {
        const { rows } = await executeSql({ ...target, ...own, sql: text }, each);
        return rows;
      }),
    );
  const prefix = `declare ${cursor} no scroll cursor without hold for `;
  await run(prefix + sql, { parameters }, prefix.length).catch((error: unknown) => Promise.reject(onMysql(error)));
  let count = query.pageRows ?? firstRows;
  let read = 0;
  let isOpen = true;
  try {
    for (;;) {
      isOpen = false;
      const rows = await run(`fetch forward ${count} from ${cursor}`).catch((error: unknown) =>
        Promise.reject(onLargePage(error, count)),
      );
      isOpen = true;
      for (const row of rows) {
        read++;
        yield schema ? await readAs(schema, row, { operation, what: `row ${read}` }) : row;
      }
      if (rows.length < count) return;
      count = query.pageRows ?? nextCount(rows);
    }
  } finally {
    // After a failed statement, the transaction accepts no further statement.
    if (isOpen) await run(`close ${cursor}`).catch(() => undefined);
  }
}

/** The number of rows for the next page: at most four times the last one, because rows can differ in length. */
const nextCount = (rows: readonly Row[]): number =>
  Math.max(1, Math.min(mostRows, rows.length * 4, Math.floor((pageBytes * rows.length) / jsonBytes(rows))));

const checkPageRows = (pageRows: number | undefined): void => {
  if (pageRows === undefined || (Number.isInteger(pageRows) && pageRows >= 1 && pageRows <= 100_000)) return;
  throw new InvalidInputError(
    `${operation}: pageRows must be an integer from 1 to 100,000 (got ${String(pageRows)}).`,
    {
      operation,
    },
  );
};

/** Adds the remedy for a page that is too large. AWS has ended the transaction, so the page cannot be requested again. */
const onLargePage = (error: unknown, count: number): unknown => {
  if (!isTooLarge(error)) return error;
  const [page, remedy] =
    count === 1 ? ['One row', 'select parts of it'] : [`A page of ${count} rows`, 'pass a smaller pageRows'];
  return addNote(error, `${page} is larger than 1 MiB, so AWS ended the transaction: ${remedy}.`);
};

const onMysql = (error: unknown): unknown =>
  error instanceof StatementError && /\bMySQL server version\b/i.test(error.reason ?? '')
    ? addNote(
        error,
        'listRows requires PostgreSQL. In MySQL, select in parts: where id > :last order by id limit 1000.',
      )
    : error;
