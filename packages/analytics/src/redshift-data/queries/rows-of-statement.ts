import { ArchError } from '@arch/core';
import type { CallOptions } from '@arch/core/builder';

import { longPoll, waitTimeSeconds } from '../long-poll.js';
import { type RowPage, rowPage } from './row-page.js';
import { endOfStatement } from './run-statement.js';
import { type FailedSql, statementError } from './statement-error.js';
import type { Row } from './to-rows.js';

/** Waits for a statement and gets its first rows: with one request where it is done within AWS's wait. */
export const firstRowPage = async (
  statementId: string,
  failed: FailedSql,
  options: CallOptions,
): Promise<RowPage | undefined> => {
  try {
    return await rowPage({ statementId, waitTimeSeconds }, longPoll(options));
  } catch (error) {
    if (!(error instanceof ArchError && withoutResult.has(error.code ?? ''))) throw error;
  }
  const statement = await endOfStatement(statementId, options);
  if (statement.status !== 'FINISHED') throw statementError(failed, statement);
  return statement.hasResultSet === false ? undefined : rowPage({ statementId }, options);
};

/** What AWS answers where there is no result: not yet, or because the statement failed or gives none. */
const withoutResult = new Set(['ResourceNotFoundException', 'ValidationException']);

/** The rows of a result: the page after the one that is read is asked for, and no other is kept. */
export async function* rowsOfStatement(
  statementId: string,
  first: RowPage | undefined,
  options: CallOptions,
): AsyncGenerator<Row, void, undefined> {
  for (let page = first; page;) {
    const { rows, next }: RowPage = page;
    const pending = next === undefined ? undefined : rowPage({ statementId, nextToken: next }, options);
    // Whoever stops before it is not told how it ended.
    pending?.catch(() => undefined);
    yield* rows;
    page = await pending;
  }
}
