import { describe, expect, it } from 'vitest';

import { ResponseTimeoutError, ConnectTimeoutError } from '../transport/attempt-timeout-error.js';
import { ArchError } from '../errors/arch-error.js';
import { conflict, notFound } from './error-table.js';
import { type FailedCall, translateError } from './translate-error.js';
import { markUserError } from '../errors/run-user-function.js';

const call: FailedCall = {
  operation: 'startInstance',
  input: { instanceId: 'i-1', imageId: 'ami-1', count: 2 },
  key: 'instanceId',
  tables: [
    {
      'Instance.Missing': notFound({ resource: 'instance', member: 'instanceId' }),
      Counted: conflict({ resource: 'number', member: 'count' }),
    },
    {
      'Instance.Missing': conflict(),
      'Image.Missing': notFound({ resource: 'image', member: 'imageId', remedy: 'Image IDs differ between regions.' }),
    },
    { 'Group.Missing': notFound({ resource: 'security group' }) },
  ],
  statementFor: () => ({ Effect: 'Allow', Action: 'ec2:StartInstances', Resource: '*' }),
};

const translated = (thrown: unknown): ArchError => {
  const error = translateError(thrown, call);
  if (error instanceof ArchError) return error;
  throw new TypeError(`not translated: ${String(error)}`);
};

describe('an error without a response', () => {
  it.each([
    [new ResponseTimeoutError(30), 'attempt', 'startInstance: No response within 30 ms, on the only attempt.'],
    [
      Object.assign(new ConnectTimeoutError(5), { $metadata: { attempts: 3 } }),
      'connect',
      'No connection within 5 ms, on the last of 3 attempts.',
    ],
  ])('is a deadline: %s', (error, limit, words) => {
    expect(translated(error)).toMatchObject({ name: 'DeadlineError', limit, retryable: true, cause: error });
    expect(translated(error).message).toContain(words);
  });

  it('quotes the error of every address', () => {
    const refused = (address: string): Error => new Error(`connect ECONNREFUSED ${address}:1`);
    const error = Object.assign(new AggregateError([refused('::1'), refused('127.0.0.1')]), { code: 'ECONNREFUSED' });
    expect(translated(error)).toMatchObject({
      name: 'ConnectionError',
      code: 'ECONNREFUSED',
      message:
        'startInstance: no response from AWS, after 1 attempt: connect ECONNREFUSED ::1:1; connect ECONNREFUSED 127.0.0.1:1. ' +
        'Check the region, the endpoint and the network.',
    });
  });

  it.each(['CredentialsProviderError', 'TokenProviderError'])('%s says how to set credentials', (name) => {
    const error = translated(Object.assign(new Error('Could not load credentials from any providers'), { name }));
    expect(error.name).toBe('CredentialsError');
    expect(error.message).toMatch(
      /^startInstance: no usable credentials\. Could not load .+ providers\. Run aws configure/,
    );
  });
});

describe('a value that is not an error of AWS or the network', () => {
  it.each([
    ['an ArchError', new ArchError('ours')],
    ["a caller's abort", new DOMException('stop', 'AbortError')],
    ['text', 'stop'],
    ['a programming error', new RangeError('no')],
    ['an error of a user-defined function', markUserError(Object.assign(new Error('no'), { $fault: 'client' }))],
  ])('is returned unchanged: %s', (_title, thrown) => {
    expect(translateError(thrown, call)).toBe(thrown);
  });
});

describe('a request that cannot be sent', () => {
  it.each([
    ['by Node.js', Object.assign(new TypeError('Invalid character in header'), { code: 'ERR_INVALID_CHAR' })],
    ['by the endpoint rules', Object.assign(new Error('Invalid ARN'), { name: 'EndpointError' })],
  ])('is an InvalidInputError, rejected %s', (_title, thrown) => {
    expect(translated(thrown)).toMatchObject({
      name: 'InvalidInputError',
      message: `startInstance: the request cannot be sent: ${thrown.message}.`,
    });
  });
});
