import { InvalidInputError, StatementError } from '@arch/core';
import { awsError } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { answering, called, target } from '../../__fixtures__/rds-data-answers.js';
import { rdsDatabase } from '../transactions/index.js';
import { sqlBatch } from './index.js';

const insert = 'insert into orders (id, total) values (:id, :total)';

it('executes a statement for each set of parameters with one request', async () => {
  await using aws = answering();
  aws.on('BatchExecuteStatement', { updateResults: [{ generatedFields: [{ longValue: 316 }] }, {}] });
  const sets = [
    { id: 1, total: { decimal: '1.50' } },
    { total: null, id: 2 },
  ];
  const { generatedValues } = await rdsDatabase(target).sqlBatch(insert, sets, { session: aws.session });
  expect(generatedValues).toEqual([[316], []]);
  expect(aws.requests.map(({ input }) => input)).toEqual([
    {
      ...target,
      sql: insert,
      parameterSets: [
        [
          { name: 'id', value: { longValue: 1 } },
          { name: 'total', value: { stringValue: '1.50' }, typeHint: 'DECIMAL' },
        ],
        [
          { name: 'total', value: { isNull: true } },
          { name: 'id', value: { longValue: 2 } },
        ],
      ],
    },
  ]);
});

it('throws StatementError if the database rejects the statement', async () => {
  await using aws = answering();
  aws.on(
    'BatchExecuteStatement',
    awsError('DatabaseErrorException', 'ERROR: duplicate key; SQLState: 23505', { status: 400 }),
  );
  const call = sqlBatch({ ...target, sql: insert, parameterSets: [{ id: 1, total: null }] }, { session: aws.session });
  await expect(call).rejects.toThrow(StatementError);
  await expect(call).rejects.toMatchObject({ sqlState: '23505', operation: 'sqlBatch' });
  expect(called(aws)).toEqual(['BatchExecuteStatement']);
});

const big = new Uint8Array(1_200_000);

it.each([
  [[], 'at least 1 item'],
  [[{ id: 1, total: 1 }, { id: 2 }], 'parameters does not contain total, which the SQL uses'],
  [[{ id: 1, total: 1, day: '2026-11-01' }], 'parameters contains day, which the SQL does not use'],
  [
    [{ id: 1, total: [1] as never }],
    'parameterSets[0].total must be a string, a finite number, a bigint of 64 bits, a boolean, a Date of the years 1–9999, a Uint8Array, null, or one of { uuid }, { json }, { decimal }, { date }, { time }, { timestamp } with a valid value; the Data API does not accept lists (got a list of 1)',
  ],
  [
    [
      { id: 1, total: big },
      { id: 2, total: big },
      { id: 2n, total: big },
    ],
    'sqlBatch: parameterSets has 4.6 MiB in 3 sets, but AWS accepts at most 4 MiB. Divide the sets into several calls within a transaction.',
  ],
])('rejects invalid sets before anything is sent (%#)', async (parameterSets, message) => {
  await using aws = answering();
  const call = sqlBatch({ ...target, sql: insert, parameterSets }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
