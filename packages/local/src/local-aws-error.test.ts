import { describe, expect, it } from 'vitest';
import { LocalAwsError } from './local-aws-error.js';

describe('LocalAwsError', () => {
  it('carries the last output, in the message and by itself', () => {
    const error = new LocalAwsError('moto ended.', { output: ['Traceback', 'ImportError'] });
    expect(error.message).toBe('moto ended.\n  Traceback\n  ImportError');
    expect(error.output).toEqual(['Traceback', 'ImportError']);
    expect(error.name).toBe('LocalAwsError');
  });

  it('keeps its cause', () => {
    const cause = new Error('inner');
    expect(new LocalAwsError('outer', { cause }).cause).toBe(cause);
  });
});
