import { describe, expect, it } from 'vitest';
import { LocalAwsError } from './local-aws-error.js';

describe('LocalAwsError', () => {
  it('contains the last output, in the message and as a member', () => {
    const error = new LocalAwsError('moto ended.', { output: ['Traceback', 'ImportError'] });
    expect(error.message).toBe('moto ended.\n  Traceback\n  ImportError');
    expect(error.output).toEqual(['Traceback', 'ImportError']);
    expect(error.name).toBe('LocalAwsError');
  });

  it('has the given cause', () => {
    const cause = new Error('inner');
    expect(new LocalAwsError('outer', { cause }).cause).toBe(cause);
  });
});
