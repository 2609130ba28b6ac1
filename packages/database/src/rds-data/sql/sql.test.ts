import {
  AccessDeniedError,
  ConflictError,
  InvalidInputError,
  NotFoundError,
  InvalidRequestError,
  StatementError,
  UnexpectedResponseError,
} from '@arch/core';
import { z } from '@arch/core/builder';
import { awsError, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { answering, called, column, target } from '../../__fixtures__/rds-data-answers.js';
import { rdsDatabase } from '../transactions/index.js';
import { sql } from './index.js';

const rejection = (code: string, message: string, status = 400): object => awsError(code, message, { status });

describe('a statement', () => {
  it('is executed with one request, and its parameters are not part of the SQL', async () => {
    await using aws = answering();
    const text = 'select n from numbers where n < :most and name = :name';
    const parameters = { most: 7, name: "'; drop table numbers" };
    const { rows, updatedRows } = await sql({ ...target, sql: text, parameters }, { session: aws.session });
    expect({ rows, updatedRows }).toEqual({ rows: [{ n: 1 }], updatedRows: 0 });
    expect(aws.requests.map(({ operation, input }) => [operation, input])).toEqual([
      [
        'ExecuteStatement',
        {
          ...target,
          sql: text,
          includeResultMetadata: true,
          parameters: [
            { name: 'most', value: { longValue: 7 } },
            { name: 'name', value: { stringValue: "'; drop table numbers" } },
          ],
        },
      ],
    ]);
  });

  it('returns the number of changed rows, and the keys that MySQL generated', async () => {
    await using aws = answering();
    aws.on('ExecuteStatement', { generatedFields: [{ longValue: 315 }], numberOfRecordsUpdated: 1 });
    const done = await sql({ ...target, sql: 'insert into a values (1)' }, { session: aws.session });
    expect(done).toEqual({ rows: [], updatedRows: 1, generatedValues: [315] });
  });

  it.each([
    [{ formatRecordsAs: 'JSON' }, 'sql: aws.formatRecordsAs '],
    [{ includeResultMetadata: false }, 'sql: aws.includeResultMetadata '],
  ])('is rejected with members of aws that change the form of rows: %o', async (more, message) => {
    await using aws = answering();
    const call = sql({ ...target, sql: 'select 1 as n', aws: more }, { session: aws.session });
    await expect(call).rejects.toThrow(InvalidInputError);
    await expect(call).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });

  it('accepts numbered parameters', async () => {
    await using aws = answering();
    const input = { ...target, sql: 'select n from a where b = :1 and c = :2', parameters: { 1: 'Ann', 2: 30 } };
    await sql(input, { session: aws.session });
    expect(aws.requests[0]?.input['parameters']).toEqual([
      { name: '1', value: { stringValue: 'Ann' } },
      { name: '2', value: { longValue: 30 } },
    ]);
  });

  it('can be part of a transaction, and can continue after 45 seconds', async () => {
    await using aws = answering();
    const input = { ...target, sql: 'drop table a', transactionId: 'one', continueAfterTimeout: true };
    await sql(input, { session: aws.session });
    expect(aws.requests[0]?.input).toMatchObject({ transactionId: 'one', continueAfterTimeout: true });
  });

  it('can take 45 seconds, the limit of AWS', async () => {
    await using aws = answering();
    aws.on('ExecuteStatement', async () => {
      await new Promise<void>((done) => void aws.clock.schedule(44_000, 'pause', done));
      return { numberOfRecordsUpdated: 3 };
    });
    expect((await sql({ ...target, sql: 'delete from a' }, { session: aws.session })).updatedRows).toBe(3);
  });

  it('is not retried if its response is lost, because AWS may have executed it', async () => {
    await using aws = answering();
    aws.on('ExecuteStatement', fault('reset'));
    const call = sql({ ...target, sql: 'update a set n = n + 1' }, { session: aws.session });
    await expect(call).rejects.toThrow('AWS may have completed the request, so it was not retried.');
    expect(called(aws)).toEqual(['ExecuteStatement']);
  });

  it('is retried after throttling', async () => {
    await using aws = answering();
    aws.once('ExecuteStatement', fault('throttle'));
    expect((await sql({ ...target, sql: 'select 1' }, { session: aws.session })).rows).toEqual([{ n: 1 }]);
  });
});

describe('rows', () => {
  it('have values of the types of their columns', async () => {
    const types = [
      ['int4', { longValue: -5 }, -5],
      ['float8', { doubleValue: 1.5 }, 1.5],
      ['float8', { doubleValue: Number.NaN }, Number.NaN],
      ['bool', { booleanValue: false }, false],
      ['numeric', { stringValue: '12345678901234567890.12' }, '12345678901234567890.12'],
      ['timestamp', { stringValue: '2026-11-01 10:00:00.123456' }, new Date('2026-11-01T10:00:00.123Z')],
      ['timestamptz', { stringValue: '2026-11-01 10:00:00' }, new Date('2026-11-01T10:00:00Z')],
      ['timestamp', { stringValue: 'infinity' }, 'infinity'],
      ['DATETIME', { stringValue: '2019-11-12 22:00:11' }, new Date('2019-11-12T22:00:11Z')],
      ['date', { stringValue: '2026-11-01' }, '2026-11-01'],
      ['time', { stringValue: '10:00:00' }, '10:00:00'],
      ['uuid', { stringValue: 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11' }, 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'],
      ['jsonb', { stringValue: '{"a":[1]}' }, { a: [1] }],
      ['JSON', { stringValue: '[9223372036854775807]' }, [2n ** 63n - 1n]],
      ['bytea', { blobValue: 'AP8=' }, new Uint8Array([0, 255])],
      ['varchar', { stringValue: '' }, ''],
      ['varchar', { isNull: true }, null],
      ['_text', { arrayValue: { stringValues: ['admin', null] } }, ['admin', null]],
      ['_int8', { arrayValue: { longValues: [1, null] } }, [1, null]],
      ['_float8', { arrayValue: { doubleValues: [1.5] } }, [1.5]],
      ['_bool', { arrayValue: { booleanValues: [true, null] } }, [true, null]],
      ['_timestamp', { arrayValue: { stringValues: ['2026-11-01 10:00:00'] } }, [new Date('2026-11-01T10:00:00Z')]],
      ['_jsonb', { arrayValue: { stringValues: ['{"a":1}'] } }, [{ a: 1 }]],
      ['_int4', { arrayValue: { arrayValues: [{ longValues: [1] }, { longValues: [2] }] } }, [[1], [2]]],
    ] as const;
    await using aws = answering(
      [types.map(([, field]) => field)],
      types.map(([type], index) => column(`c${index}`, type)),
    );
    const { rows } = await sql({ ...target, sql: 'select 1' }, { session: aws.session });
    expect(Object.values(rows[0] ?? {})).toEqual(types.map(([, , value]) => value));
  });

  it('have the column names of the SQL, also names that occur twice or are special in JavaScript', async () => {
    const names = ['id', 'id', '__proto__', 'id_2'];
    await using aws = answering(
      [names.map((_, longValue) => ({ longValue }))],
      names.map((name) => column(name, 'int4')),
    );
    const { rows } = await sql({ ...target, sql: 'select *' }, { session: aws.session });
    expect(Object.entries(rows[0] ?? {})).toEqual([
      ['id', 0],
      ['id_3', 1],
      ['__proto__', 2],
      ['id_2', 3],
    ]);
  });

  it('are checked with the schema; the error names row, column and type', async () => {
    await using aws = answering([[{ longValue: 1 }], [{ stringValue: 'two' }]]);
    const schema = z.object({ n: z.number() });
    const call = rdsDatabase(target).sql('select n', {}, schema, { session: aws.session });
    await expect(call).rejects.toThrow(UnexpectedResponseError);
    await expect(call).rejects.toThrow('sql: row 2 does not match the schema: n is a string');
  });
});

describe('a paused cluster', () => {
  const resuming = rejection(
    'DatabaseResumingException',
    'The Aurora DB instance is resuming after being auto-paused.',
  );

  it('delays the statement until it has resumed', async () => {
    await using aws = answering();
    for (let times = 0; times < 4; times++) aws.once('ExecuteStatement', resuming);
    expect((await sql({ ...target, sql: 'select 1' }, { session: aws.session })).rows).toEqual([{ n: 1 }]);
    expect(called(aws)).toHaveLength(5);
    expect(aws.clock.elapsedMs).toBeGreaterThan(10_000);
    expect(aws.clock.elapsedMs).toBeLessThan(30_000);
  });

  it('fails the call if it does not resume', async () => {
    await using aws = answering();
    aws.on('ExecuteStatement', resuming);
    const call = sql({ ...target, sql: 'select 1' }, { session: aws.session });
    await expect(call).rejects.toThrow(ConflictError);
    await expect(call).rejects.toThrow('The cluster was paused and is resuming');
    expect(aws.clock.elapsedMs).toBeLessThan(180_000);
  });
});

describe('an error of AWS', () => {
  it.each([
    [
      'DatabaseErrorException',
      'ERROR: column "pric" does not exist; Position: 15; SQLState: 42703',
      StatementError,
      'sql: the statement failed in line 3: column "pric" does not exist. (SQLSTATE 42703)',
    ],
    ['BadRequestException', 'ERROR: division by zero; SQLState: 22012', StatementError, '(SQLSTATE 22012)'],
    ['BadRequestException', 'Cannot find parameter: a', InvalidRequestError, 'Cannot find parameter: a'],
    [
      'BadRequestException',
      'Database returned more than the allowed response size limit',
      InvalidRequestError,
      'at most 1 MiB',
    ],
    [
      'UnsupportedResultException',
      'The result contains the unsupported data type REGPROC',
      InvalidRequestError,
      'cast columns of other types to text',
    ],
    ['StatementTimeoutException', 'Request timed out', StatementError, 'continueAfterTimeout'],
    [
      'HttpEndpointNotEnabledException',
      'HttpEndpoint is not enabled',
      ConflictError,
      'The Data API of the cluster is disabled',
    ],
    ['InvalidSecretException', 'The secret is not valid', ConflictError, 'contains the members username and password'],
    ['SecretsErrorException', 'The secret was not found', ConflictError, 'has the permission to decrypt it'],
    ['InvalidResourceStateException', 'The cluster is stopped', ConflictError, 'Check that the cluster is running.'],
    ['DatabaseNotFoundException', 'The cluster has no instance', NotFoundError, 'create one in the cluster'],
    ['TransactionNotFoundException', 'Transaction x is not found', NotFoundError, 'after 3 minutes'],
    ['NotFoundException', 'Not found', NotFoundError, 'Check that the cluster, the secret and the transaction exist'],
    ['ForbiddenException', 'No', AccessDeniedError, 'rds-data:ExecuteStatement'],
  ] as const)('%s: %s', async (code, message, type, words) => {
    await using aws = answering();
    aws.on('ExecuteStatement', rejection(code, message));
    const call = sql({ ...target, sql: 'select\n  id,\n pric from orders' }, { session: aws.session });
    await expect(call).rejects.toThrow(type);
    await expect(call).rejects.toThrow(words);
    await expect(call).rejects.toMatchObject({ code });
    expect(called(aws)).toEqual(['ExecuteStatement']);
  });

  it('about the statement contains the SQL state, but not the SQL', async () => {
    await using aws = answering();
    const reason = 'ERROR: duplicate key value violates unique constraint "a_pkey"; SQLState: 23505';
    aws.on('ExecuteStatement', rejection('DatabaseErrorException', reason));
    const call = sql({ ...target, sql: "insert into a values ('secret')" }, { session: aws.session });
    await expect(call).rejects.toMatchObject({
      sqlState: '23505',
      reason,
      code: 'DatabaseErrorException',
      status: 400,
    });
    await expect(call).rejects.not.toThrow('secret');
  });
});

it.each([
  [{ sql: 'select :a' }, 'parameters does not contain a, which the SQL uses'],
  [{ parameters: { a: 1 } }, 'parameters contains a, which the SQL does not use'],
  [{ sql: ' ' }, 'an SQL statement of at most 65,536 characters'],
  [{ sql: `select '${'x'.repeat(65_536)}'` }, 'at most 65,536 characters'],
  [{ resourceArn: 'shop' }, 'an ARN'],
  [{ secretArn: 'short' }, 'at least 11 characters'],
  [{ database: 'x'.repeat(65) }, 'at most 64 characters'],
  [{ transactionId: '' }, 'at least 1 character'],
  [{ schema: {} as never }, 'Standard Schema'],
  [{ aws: { resultSet: 1 } }, 'unknown member aws.resultSet: the members are resourceArn, secretArn, sql,'],
])('rejects %j before anything is sent', async (wrong, message) => {
  await using aws = answering();
  const call = sql({ ...target, sql: 'select 1', ...wrong }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
