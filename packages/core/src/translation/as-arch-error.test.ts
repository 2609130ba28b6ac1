import { expect, it } from 'vitest';

import { asArchError } from './as-arch-error.js';
import { ConnectionError } from '../errors/connection-error.js';

it('what breaks while content is read is one of our errors, and says of which call', () => {
  const broken = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
  const error = asArchError(broken, 'getObjectStream');
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ operation: 'getObjectStream', cause: broken, retryable: true });
  expect(asArchError('enough', 'getObjectStream')).toBe('enough');
});
