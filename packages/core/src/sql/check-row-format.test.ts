import { expect, it } from 'vitest';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { checkRowFormat } from './check-row-format.js';

const check = (aws?: Readonly<Record<string, unknown>>) => (): void =>
  checkRowFormat('sql', aws, { formatRecordsAs: 'NONE', includeResultMetadata: true });

it('rejects members that change the form of the rows', () => {
  expect(check({ formatRecordsAs: 'JSON' })).toThrow(InvalidInputError);
  expect(check({ formatRecordsAs: 'JSON' })).toThrow(
    'sql: aws.formatRecordsAs must be "NONE" or omitted, because it changes the form of the rows',
  );
  expect(check({ includeResultMetadata: false })).toThrow('sql: aws.includeResultMetadata must be true or omitted');
});

it('accepts the values that the rows are read from, and other members', () => {
  expect(check()).not.toThrow();
  expect(check({ formatRecordsAs: 'NONE', includeResultMetadata: true, schema: 'shop' })).not.toThrow();
});
