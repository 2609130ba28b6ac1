import { ArchError } from '@arch/core';
import type { CallOptions } from '@arch/core/builder';

import { longPoll, waitTimeSeconds } from '../long-poll.js';
import { type RowPage, rowPage } from './row-page.js';
import { endOfStatement } from './run-statement.js';
import { type FailedSql, statementError } from './statement-error.js';
import type { Row } from './to-rows.js';

/** Waits for a statement and gets its first page of rows: with one request if the statement finishes while AWS holds the response. */
export const firstRowPage = async (
  statementId: string,
  failed: FailedSql,
  options: CallOptions,
): Promise<RowPage | undefined> => {
  try {
    return await rowPage({ statementId, waitTimeSeconds }, longPoll(options));
  } catch (error) {
    if (!(error instanceof ArchError && noResultCodes.has(error.code ?? ''))) throw error;
  }
  const statement = await endOfStatement(statementId, options);
  if (statement.status !== 'FINISHED') throw statementError(failed, statement);
  return statement.hasResultSet === false ? undefined : rowPage({ statementId }, options);
};

/** AWS's codes if there is no result: the statement has not finished, has failed or returns no rows. */
const noResultCodes = new Set(['ResourceNotFoundException', 'ValidationException']);

/** The rows of a result. Requests one page ahead of the consumer; only this page is stored. */
export async function* rowsOfStatement(
  statementId: string,
  first: RowPage | undefined,
  options: CallOptions,
): AsyncGenerator<Row, void, undefined> {
  for (let page = first; page;) {
    const { rows, next }: RowPage = page;
    const pending = next === undefined ? undefined : rowPage({ statementId, nextToken: next }, options);
    // If the consumer stops early, a failure of this request must not become an unhandled rejection.
    pending?.catch(() => undefined);
    yield* rows;
    page = await pending;
  }
}
