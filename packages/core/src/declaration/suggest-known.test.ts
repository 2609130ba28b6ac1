import { expect, it } from 'vitest';

import { ServiceError } from '../errors/service-error.js';
import { openEnum } from '../schema/open-enum.js';
import * as z from '../schema/z.js';
import { suggestKnown } from './suggest-known.js';

const type = z.object({
  name: z.string(),
  storageClass: z.optional(openEnum(['STANDARD', 'GLACIER_IR'])),
  logs: z.optional(z.array(openEnum(['audit', 'error']).check(z.minLength(1)))),
});

const messageOf = (input: Record<string, unknown>, status = 400): string => {
  const error = new ServiceError('put: AWS rejected the request.', { operation: 'put', status });
  return (suggestKnown(error, type, input) as Error).message.replace('put: AWS rejected the request.', '').trim();
};

it.each([
  [{ storageClass: 'GLACIER_RI' }, 'storageClass: did you mean "GLACIER_IR"?'],
  [{ logs: ['audit', 'eror'] }, 'logs: did you mean "error"?'],
  [{ storageClass: 'STANDARD' }, ''],
  [{ storageClass: 'SOMETHING_NEW' }, ''],
  [{ name: 'STANDAR' }, ''],
  [{}, ''],
])('%o: %s', (input, note) => {
  expect(messageOf(input)).toBe(note);
});

it('does not guess about errors of the server, or errors of another class', () => {
  expect(messageOf({ storageClass: 'GLACIER_RI' }, 500)).toBe('');
  const other = new Error('a');
  expect(suggestKnown(other, type, { storageClass: 'GLACIER_RI' })).toBe(other);
});
