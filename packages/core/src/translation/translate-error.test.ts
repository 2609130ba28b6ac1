import { describe, expect, it } from 'vitest';

import { ArchError } from '../errors/arch-error.js';
import { conflict, notFound, quota, whenGiven, whenMessage } from './error-table.js';
import { type FailedCall, translateError } from './translate-error.js';

const call: FailedCall = {
  operation: 'startInstance',
  input: { instanceId: 'i-1', imageId: 'ami-1', count: 2 },
  key: 'instanceId',
  tables: [
    {
      'Instance.Missing': notFound({ resource: 'instance', member: 'instanceId' }),
      Counted: conflict({ resource: 'number', member: 'count' }),
      Conditional: [whenGiven('dryRun', quota()), whenGiven('count', conflict()), notFound()],
    },
    {
      'Instance.Missing': conflict(),
      'Image.Missing': notFound({ resource: 'image', member: 'imageId', remedy: 'Image IDs differ between regions.' }),
    },
    {
      'Group.Missing': notFound({ resource: 'security group' }),
      Invalid: [
        whenMessage(/^Instance id '.*' is not valid/, notFound({ resource: 'instance', member: 'instanceId' })),
        whenMessage(/too many/i, quota()),
      ],
    },
  ],
  actions: ['ec2:StartInstances', 'iam:PassRole'],
  statementFor: () => ({ Effect: 'Allow', Action: 'ec2:StartInstances', Resource: '*' }),
};

const sdkError = (code: string, extra: object = {}): Error =>
  Object.assign(new Error('AWS has said so'), {
    name: code,
    $fault: 'client',
    $metadata: { httpStatusCode: 400, requestId: 'r-1', attempts: 1 },
    ...extra,
  });

const translated = (thrown: unknown): ArchError => {
  const error = translateError(thrown, call);
  if (error instanceof ArchError) return error;
  throw new TypeError(`not translated: ${String(error)}`);
};

describe('an error of AWS', () => {
  it('is looked up among the rules for the members of the input', () => {
    expect(translated(sdkError('Conditional'))).toMatchObject({ name: 'ConflictError' });
  });

  it('is looked up in the most specific table first', () => {
    expect(translated(sdkError('Instance.Missing'))).toMatchObject({
      name: 'NotFoundError',
      message:
        'startInstance: instance i-1 does not exist in this account and region. AWS says: AWS has said so. (Instance.Missing, request r-1)',
      operation: 'startInstance',
      resource: 'instance',
      id: 'i-1',
      code: 'Instance.Missing',
      status: 400,
      requestId: 'r-1',
      retryable: false,
      attempts: 1,
    });
  });

  it('contains the ID from the member of its rule, and what to do', () => {
    expect(translated(sdkError('Image.Missing'))).toMatchObject({
      id: 'ami-1',
      message:
        'startInstance: image ami-1 does not exist in this account and region. AWS says: AWS has said so. Image IDs differ between regions. (Image.Missing, request r-1)',
    });
  });

  it('does not show the ID of one resource as that of another', () => {
    expect(translated(sdkError('Group.Missing'))).toMatchObject({ resource: 'security group', id: undefined });
    expect(translated(sdkError('Group.Missing')).message).toContain(
      'security group does not exist in this account and region',
    );
    expect(translated(sdkError('Counted'))).toMatchObject({ name: 'ConflictError', id: undefined });
  });

  it.each([
    ["Instance id 'i-1' is not valid.", 'NotFoundError', 'i-1'],
    ['There are too many.', 'QuotaExceededError', 'i-1'],
    ['The name is wrong.', 'InvalidRequestError', 'i-1'],
  ])('is distinguished by its message if its code has several meanings: %s', (message, name, id) => {
    expect(translated(sdkError('Invalid', { message }))).toMatchObject({ name, id, code: 'Invalid' });
  });

  it.each([
    ['its code on the wire', sdkError('InstanceMissingFault', { Code: 'Instance.Missing' }), 'Instance.Missing'],
    ['its code in the error structure', sdkError('X', { Error: { Code: 'Instance.Missing' } }), 'Instance.Missing'],
    ["the SDK's name, if no table contains the code", sdkError('Instance.Missing', { Code: 'Wire' }), 'Wire'],
  ])('is recognized by %s', (_title, error, code) => {
    expect(translated(error)).toMatchObject({ name: 'NotFoundError', code });
  });

  it.each([
    ['ThrottlingException', {}, 'ThrottledError', 'startInstance: still throttled after 1 attempt.'],
    ['Odd', { $metadata: { httpStatusCode: 429, attempts: 3 } }, 'ThrottledError', 'still throttled after 3 attempts.'],
    ['VcpuLimitExceeded', {}, 'QuotaExceededError', 'the account has reached a quota.'],
    ['InsufficientInstanceCapacity', {}, 'CapacityError', 'AWS does not have enough capacity now.'],
    ['InvalidKeyPair.Duplicate', {}, 'AlreadyExistsError', 'startInstance: the resource already exists.'],
    ['DependencyViolation', {}, 'ConflictError', 'startInstance: the resource does not allow this call now.'],
    [
      'InvalidThing.NotFound',
      {},
      'NotFoundError',
      'startInstance: the resource does not exist in this account and region.',
    ],
    [
      'InvalidThing.NotFound',
      { message: "'i-1' is not there" },
      'NotFoundError',
      'startInstance: i-1 does not exist in this account and region.',
    ],
    ['ExpiredToken', {}, 'CredentialsError', 'AWS does not accept the credentials.'],
    [
      'Odd',
      { $metadata: { httpStatusCode: 403 } },
      'AccessDeniedError',
      'AWS says: AWS has said so. AWS does not name the reason. Check that policies allow ec2:StartInstances, iam:PassRole, and',
    ],
    ['InvalidParameterValue', {}, 'InvalidRequestError', 'startInstance: AWS rejected the request.'],
    [
      'InvalidArgument',
      { ArgumentName: 'x-amz-tagging' },
      'InvalidRequestError',
      'startInstance: AWS rejected the argument x-amz-tagging of the request.',
    ],
    ['InvalidConfiguration', { $metadata: { httpStatusCode: 500 } }, 'ServiceError', 'AWS rejected the request.'],
    [
      'InternalError',
      { $fault: 'server', $metadata: { httpStatusCode: 500 } },
      'ServiceError',
      'startInstance: AWS returned a server error.',
    ],
  ])('%s is described in words', (code, extra, name, words) => {
    const error = translated(sdkError(code, extra));
    expect(error.name).toBe(name);
    expect(error.message).toContain(words);
  });

  it('quotes no message of AWS if AWS sent none', () => {
    expect(translated(sdkError('Odd', { message: 'UnknownError', $metadata: {} })).message).toBe(
      'startInstance: AWS rejected the request. (Odd)',
    );
  });

  it('is described even if the resource is unknown', () => {
    const bare: FailedCall = { operation: 'listThings', input: {}, tables: [], statementFor: () => undefined };
    const messages = ['NoSuchThing', 'ThingAlreadyExists', 'ThingInUse', 'AccessDenied'].map(
      (code) => (translateError(sdkError(code), bare) as Error).message,
    );
    expect(messages.map((message) => message.split(' AWS says')[0])).toEqual([
      'listThings: the resource does not exist in this account and region.',
      'listThings: the resource already exists.',
      'listThings: the resource does not allow this call now.',
      'listThings: the caller is not authorized to perform this call.',
    ]);
  });

  it('does not keep a reference to the connection', () => {
    const stream = { statusCode: 400, body: { req: 'token' } };
    const text = { statusCode: 400, body: '<html>' };
    translated(sdkError('Odd', { $response: stream }));
    translated(sdkError('Odd', { $response: text }));
    expect([stream.body, text.body]).toEqual([undefined, '<html>']);
  });

  it('is retryable if a later call may succeed', () => {
    const retryable = ['Throttling', 'InsufficientHostCapacity', 'Instance.Missing'].map(
      (code) => translated(sdkError(code)).retryable,
    );
    expect(retryable).toEqual([true, true, false]);
    expect(translated(sdkError('InternalError', { $metadata: { httpStatusCode: 500 } })).retryable).toBe(true);
  });
});
