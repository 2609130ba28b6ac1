import {
  ConflictError,
  ConnectionError,
  DeadlineError,
  InvalidInputError,
  NotFoundError,
  StatementError,
} from '@arch/core';
import { awsError, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { answering, called, target, transactionId } from '../../__fixtures__/rds-data-answers.js';
import {
  beginTransaction,
  commitTransaction,
  rdsDatabase,
  rollbackTransaction,
  type SqlTransaction,
  transaction,
} from './index.js';

const { database: _database, ...cluster } = target;
const rejection = (code: string, message: string, status = 400): object => awsError(code, message, { status });
const insert = (tx: SqlTransaction): Promise<unknown> => tx.sql('insert into a values (1)');

describe('a transaction', () => {
  it('begins, executes its work, commits, and returns the result of its work', async () => {
    await using aws = answering();
    const result = await rdsDatabase(target).transaction(
      async (tx) => {
        expect(tx.transactionId).toBe(transactionId);
        await tx.sqlBatch('insert into a values (:n)', [{ n: 1 }]);
        const { rows } = await tx.sql('select n from a where n = :n', { n: 1 });
        return rows;
      },
      { session: aws.session },
    );
    expect(result).toEqual([{ n: 1 }]);
    expect(called(aws)).toEqual(['BeginTransaction', 'BatchExecuteStatement', 'ExecuteStatement', 'CommitTransaction']);
    expect(aws.requests[0]?.input).toEqual(target);
    expect(aws.requests[1]?.input).toMatchObject({ ...target, transactionId });
    expect(aws.requests[3]?.input).toEqual({ ...cluster, transactionId });
  });

  it('waits until a paused cluster has resumed', async () => {
    await using aws = answering();
    aws.once('BeginTransaction', rejection('DatabaseResumingException', 'is resuming after being auto-paused'));
    expect(await transaction({ ...target, work: async () => 'done' }, { session: aws.session })).toBe('done');
    expect(called(aws)).toEqual(['BeginTransaction', 'BeginTransaction', 'CommitTransaction']);
  });

  it('executes its statements one after the other, in the order of the calls', async () => {
    await using aws = answering();
    let running = 0;
    aws.on('ExecuteStatement', async () => {
      expect(++running).toBe(1);
      await new Promise<void>((done) => void aws.clock.schedule(100, 'pause', done));
      running--;
      return { numberOfRecordsUpdated: 1 };
    });
    const work = async (tx: SqlTransaction): Promise<void> => {
      await Promise.all([1, 2, 3].map((n) => tx.sql('insert into a values (:n)', { n })));
      // Not awaited, but still part of the transaction.
      void tx.sql('insert into a values (:n)', { n: 4 });
    };
    await transaction({ ...target, work }, { session: aws.session });
    const numbers = aws.requests.slice(1, -1).map(({ input }) => input['parameters']);
    expect(numbers).toEqual([1, 2, 3, 4].map((longValue) => [{ name: 'n', value: { longValue } }]));
    expect(called(aws).at(-1)).toBe('CommitTransaction');
  });

  it('rejects statements after it has ended', async () => {
    await using aws = answering();
    const tx = await transaction({ ...target, work: async (own) => own }, { session: aws.session });
    await expect(insert(tx)).rejects.toThrow(InvalidInputError);
    await expect(insert(tx)).rejects.toThrow(
      'transaction: the transaction has ended. Await every statement within work.',
    );
    expect(called(aws)).toEqual(['BeginTransaction', 'CommitTransaction']);
  });
});

describe('a transaction is rolled back', () => {
  it('if its work throws; the error is unchanged', async () => {
    await using aws = answering();
    const soldOut = new Error('sold out');
    const work = async (tx: SqlTransaction): Promise<void> => {
      await insert(tx);
      throw soldOut;
    };
    await expect(transaction({ ...target, work }, { session: aws.session })).rejects.toBe(soldOut);
    expect(soldOut.message).toBe('sold out');
    expect(called(aws)).toEqual(['BeginTransaction', 'ExecuteStatement', 'RollbackTransaction']);
    expect(aws.requests[2]?.input).toEqual({ ...cluster, transactionId });
  });

  it('if one of its statements fails', async () => {
    await using aws = answering();
    aws.on('ExecuteStatement', rejection('DatabaseErrorException', 'ERROR: deadlock detected; SQLState: 40P01'));
    const call = transaction({ ...target, work: insert }, { session: aws.session });
    await expect(call).rejects.toThrow(StatementError);
    await expect(call).rejects.toMatchObject({ sqlState: '40P01' });
    expect(called(aws).at(-1)).toBe('RollbackTransaction');
  });

  it('if its work throws the error of a function of this package, which is unchanged too', async () => {
    await using aws = answering();
    aws.on('ExecuteStatement', rejection('ForbiddenException', 'Not now', 403));
    let thrown: unknown;
    const work = (tx: SqlTransaction): Promise<unknown> =>
      tx.sql('select 1').catch((error: unknown) => {
        thrown = error;
        throw error;
      });
    await expect(transaction({ ...target, work }, { session: aws.session })).rejects.toSatisfy(
      (error) => error === thrown,
    );
    expect(thrown).toMatchObject({ operation: 'sql', message: expect.stringMatching(/^sql: /) as string });
  });

  it('if the call is aborted while its work does something else', async () => {
    await using aws = answering();
    const controller = new AbortController();
    const reason = new Error('enough');
    const work = async (): Promise<void> => {
      controller.abort(reason);
      await new Promise(() => undefined);
    };
    const call = transaction({ ...target, work }, { session: aws.session, signal: controller.signal });
    await expect(call).rejects.toBe(reason);
    expect(called(aws).at(-1)).toBe('RollbackTransaction');
  });

  it('at its deadline', async () => {
    await using aws = answering();
    aws.on('ExecuteStatement', fault('hang'));
    const call = transaction({ ...target, work: insert }, { session: aws.session, timeoutMs: 5_000 });
    await expect(call).rejects.toThrow(DeadlineError);
    expect(called(aws).at(-1)).toBe('RollbackTransaction');
  });

  it('or, if that is not possible, is named in the error', async () => {
    await using aws = answering();
    aws.on('RollbackTransaction', rejection('InternalServerErrorException', 'no', 500));
    const work = async (): Promise<never> => {
      throw new Error('sold out.');
    };
    const text = `The transaction ${transactionId} could not be rolled back`;
    const call = transaction({ ...target, work }, { session: aws.session });
    await expect(call).rejects.toThrow(`sold out. ${text}`);
    aws.on('ExecuteStatement', rejection('DatabaseErrorException', 'ERROR: no; SQLState: 40001'));
    await expect(transaction({ ...target, work: insert }, { session: aws.session })).rejects.toThrow(text);
    aws.on('ExecuteStatement', fault('hang'));
    const late = transaction({ ...target, work: insert }, { session: aws.session, timeoutMs: 5_000 });
    await expect(late).rejects.toThrow(DeadlineError);
    await expect(late).rejects.toThrow(text);
  });

  it('by AWS after too long without a statement, which is not a failed rollback', async () => {
    await using aws = answering();
    const gone = rejection('TransactionNotFoundException', 'Transaction is not found', 404);
    aws.on('ExecuteStatement', gone);
    aws.on('RollbackTransaction', gone);
    const call = transaction({ ...target, work: insert }, { session: aws.session });
    await expect(call).rejects.toThrow(NotFoundError);
    await expect(call).rejects.not.toThrow('could not be rolled back');
  });
});

describe('a commit that fails', () => {
  const committing = async (...responses: object[]): Promise<{ error: Error; calls: readonly string[] }> => {
    await using aws = answering();
    const [commit, rollback] = responses;
    if (commit) aws.on('CommitTransaction', commit);
    if (rollback) aws.on('RollbackTransaction', rollback);
    const error = await transaction({ ...target, work: insert }, { session: aws.session }).then(
      () => new Error('it was committed'),
      (thrown: Error) => thrown,
    );
    return { error, calls: called(aws).slice(2) };
  };
  const noEffect = 'No change of the transaction has taken effect.';
  const unknown = `The changes of the transaction ${transactionId} may have taken effect.`;

  it('has no effect if the database rejected it', async () => {
    const { error, calls } = await committing(
      rejection('DatabaseErrorException', 'ERROR: could not serialize access; SQLState: 40001'),
    );
    expect(error).toBeInstanceOf(StatementError);
    expect(error).toMatchObject({ sqlState: '40001', operation: 'transaction' });
    expect(error.message).toContain(noEffect);
    expect(calls).toEqual(['CommitTransaction']);
  });

  it('has no effect if the transaction had ended', async () => {
    const { error } = await committing(rejection('TransactionNotFoundException', 'Transaction is not found', 404));
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error.message).toContain(noEffect);
  });

  it('is not retried if its response is lost, and has no effect if the rollback succeeds', async () => {
    const { error, calls } = await committing(fault('reset'));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.message).toContain(noEffect);
    expect(calls).toEqual(['CommitTransaction', 'RollbackTransaction']);
  });

  it('may have taken effect if its response is lost and the transaction has ended', async () => {
    const { error } = await committing(fault('reset'), rejection('TransactionNotFoundException', 'not found', 404));
    expect(error.message).toContain(unknown);
    expect(error.message).not.toContain(noEffect);
  });
});

describe('beginTransaction', () => {
  it('begins a transaction for commitTransaction and rollbackTransaction', async () => {
    await using aws = answering();
    const options = { session: aws.session };
    const begun = await beginTransaction(target, options);
    expect(begun).toEqual({ transactionId });
    await commitTransaction({ ...cluster, ...begun }, options);
    await rollbackTransaction({ ...cluster, ...begun }, options);
    expect(called(aws)).toEqual(['BeginTransaction', 'CommitTransaction', 'RollbackTransaction']);
  });

  it('throws ConflictError if the cluster is paused', async () => {
    await using aws = answering();
    aws.on('BeginTransaction', rejection('DatabaseResumingException', 'is resuming'));
    await expect(beginTransaction(target, { session: aws.session })).rejects.toThrow(ConflictError);
  });
});

it.each([
  [{ work: 'insert' as never }, 'an async function'],
  [{ resourceArn: 'shop' }, 'an ARN'],
  [
    { aws: { transactionId: 'x' } },
    'beginning the transaction: unknown member aws.transactionId: the members are resourceArn, secretArn, database, schema',
  ],
])('rejects %o before anything is sent', async (wrong, message) => {
  await using aws = answering();
  const call = transaction({ ...target, work: insert, ...wrong }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
