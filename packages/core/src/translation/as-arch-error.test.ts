import { expect, it } from 'vitest';

import { asArchError } from './as-arch-error.js';
import { ConnectionError } from '../errors/connection-error.js';

it('converts an error while content is read to an ArchError that names the call', () => {
  const broken = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
  const error = asArchError(broken, 'getObjectStream');
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ operation: 'getObjectStream', cause: broken, retryable: true });
  expect(asArchError('enough', 'getObjectStream')).toBe('enough');
});
