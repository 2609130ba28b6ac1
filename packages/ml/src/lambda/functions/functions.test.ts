import { inspect } from 'node:util';

import { ConflictError, NotFoundError, WaitError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import {
  deleteFunction,
  describeFunction,
  listFunctions,
  updateFunctionConfiguration,
  waitForFunction,
} from './index.js';

const configuration = (more: object = {}): object => ({
  FunctionName: 'hello',
  FunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:hello',
  Version: '$LATEST',
  Runtime: 'nodejs24.x',
  Handler: 'index.handler',
  Role: 'arn:aws:iam::123456789012:role/hello',
  Description: '',
  Timeout: 3,
  MemorySize: 128,
  CodeSha256: '5tT2qgzYUHaqwR716pZ2dpkn/0J1FrzJmlKidWoaCgk=',
  CodeSize: 304,
  LastModified: '2026-11-01T10:00:00.000+0000',
  State: 'Active',
  LastUpdateStatus: 'Successful',
  ...more,
});

it('describes a function with flattened members, units and tags', async () => {
  await using aws = fakeAws();
  aws.on('GetFunction', {
    Configuration: configuration({
      Architectures: ['arm64'],
      EphemeralStorage: { Size: 512 },
      Layers: [{ Arn: 'arn:aws:lambda:eu-west-1:123456789012:layer:tools:3', CodeSize: 10 }],
      VpcConfig: { VpcId: '', SubnetIds: [], SecurityGroupIds: [] },
      TracingConfig: { Mode: 'PassThrough' },
    }),
    Tags: { team: 'web' },
    Concurrency: { ReservedConcurrentExecutions: 5 },
  });
  expect(await describeFunction('hello', { session: aws.session })).toEqual({
    functionName: 'hello',
    functionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:hello',
    version: '$LATEST',
    runtime: 'nodejs24.x',
    handler: 'index.handler',
    role: 'arn:aws:iam::123456789012:role/hello',
    timeoutSeconds: 3,
    memoryMiB: 128,
    ephemeralStorageMiB: 512,
    architecture: 'arm64',
    codeSha256: '5tT2qgzYUHaqwR716pZ2dpkn/0J1FrzJmlKidWoaCgk=',
    codeSizeBytes: 304,
    lastModified: new Date('2026-11-01T10:00:00Z'),
    state: 'Active',
    lastUpdateStatus: 'Successful',
    layers: ['arn:aws:lambda:eu-west-1:123456789012:layer:tools:3'],
    subnetIds: [],
    securityGroupIds: [],
    tracingMode: 'PassThrough',
    reservedConcurrentExecutions: 5,
    tags: { team: 'web' },
  });
});

it('returns environment variables, which logs and JSON do not contain', async () => {
  await using aws = fakeAws();
  const Configuration = configuration({ Environment: { Variables: { TOKEN: 'sesame' } } });
  aws.on('GetFunction', { Configuration });
  aws.on('ListFunctions', { Functions: [Configuration] });
  const described = await describeFunction('hello', { session: aws.session });
  const [listed] = await listFunctions({}, { session: aws.session }).toArray();
  for (const found of [described, listed]) {
    expect(found?.environment).toEqual({ TOKEN: 'sesame' });
    expect(inspect(found) + JSON.stringify(found)).not.toContain('sesame');
  }
});

it('names the function that does not exist', async () => {
  await using aws = fakeAws();
  aws.on(
    'GetFunction',
    awsError('ResourceNotFoundException', 'Function not found: arn:aws:lambda:eu-west-1:123456789012:function:gone'),
  );
  const call = describeFunction({ functionName: 'gone', qualifier: 'live' }, { session: aws.session });
  await expect(call).rejects.toThrow(NotFoundError);
  await expect(call).rejects.toMatchObject({ resource: 'function', id: 'gone' });
  expect(aws.requests[0]?.input).toEqual({ FunctionName: 'gone', Qualifier: 'live' });
});

it('lists functions in pages of 50, with their versions if allVersions is true', async () => {
  await using aws = fakeAws();
  aws.once('ListFunctions', { Functions: [configuration()], NextMarker: 'next' });
  aws.on('ListFunctions', { Functions: [configuration({ Version: '1' })] });
  const found = await listFunctions({ allVersions: true }, { session: aws.session }).toArray();
  expect(found.map(({ version }) => version)).toEqual(['$LATEST', '1']);
  expect(aws.requests.map(({ input }) => input)).toEqual([
    { FunctionVersion: 'ALL', MaxItems: 50 },
    { FunctionVersion: 'ALL', MaxItems: 50, Marker: 'next' },
  ]);
});

it('deletes a function, or one version', async () => {
  await using aws = fakeAws({ answers: { DeleteFunction: { StatusCode: 204 } } });
  await expect(deleteFunction('hello', { session: aws.session })).resolves.toBeUndefined();
  await deleteFunction({ functionName: 'hello', qualifier: '3' }, { session: aws.session });
  expect(aws.requests.map(({ input }) => input)).toEqual([
    { FunctionName: 'hello' },
    { FunctionName: 'hello', Qualifier: '3' },
  ]);
});

it("sends only the members of the input, in AWS's form", async () => {
  await using aws = fakeAws({ answers: { UpdateFunctionConfiguration: configuration() } });
  const options = { session: aws.session };
  await updateFunctionConfiguration({ functionName: 'hello', memoryMiB: 256 }, options);
  await updateFunctionConfiguration(
    {
      functionName: 'hello',
      timeoutSeconds: 900,
      ephemeralStorageMiB: 1_024,
      environment: { LOG_LEVEL: 'debug' },
      layers: [],
      subnetIds: [],
      securityGroupIds: [],
      kmsKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/1',
      deadLetterTargetArn: 'arn:aws:sqs:eu-west-1:123456789012:failed',
      tracingMode: 'Active',
      logGroup: '/team/web',
      revisionId: '28f0fb31',
    },
    options,
  );
  expect(aws.requests.map(({ input }) => input)).toEqual([
    { FunctionName: 'hello', MemorySize: 256 },
    {
      FunctionName: 'hello',
      Timeout: 900,
      EphemeralStorage: { Size: 1_024 },
      Environment: { Variables: { LOG_LEVEL: 'debug' } },
      Layers: [],
      VpcConfig: { SubnetIds: [], SecurityGroupIds: [] },
      KMSKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/1',
      DeadLetterConfig: { TargetArn: 'arn:aws:sqs:eu-west-1:123456789012:failed' },
      TracingConfig: { Mode: 'Active' },
      LoggingConfig: { LogGroup: '/team/web' },
      RevisionId: '28f0fb31',
    },
  ]);
});

it('resolves with wait when a change of settings is in effect', async () => {
  await using aws = fakeAws();
  aws.on('UpdateFunctionConfiguration', configuration({ LastUpdateStatus: 'InProgress' }));
  aws.once('GetFunction', { Configuration: configuration({ LastUpdateStatus: 'InProgress' }) });
  aws.on('GetFunction', { Configuration: configuration({ MemorySize: 256 }) });
  const changed = await updateFunctionConfiguration(
    { functionName: 'hello', memoryMiB: 256 },
    { session: aws.session, wait: true },
  );
  expect(changed).toMatchObject({ memoryMiB: 256, lastUpdateStatus: 'Successful' });
});

it('throws ConflictError with the remedy if another update is in progress', async () => {
  await using aws = fakeAws();
  aws.on(
    'UpdateFunctionConfiguration',
    awsError('ResourceConflictException', 'An update is in progress for resource: hello', { status: 409 }),
  );
  const call = updateFunctionConfiguration({ functionName: 'hello', memoryMiB: 256 }, { session: aws.session });
  await expect(call).rejects.toThrow(ConflictError);
  await expect(call).rejects.toThrow(/An update is in progress.*wait until it has ended/);
});

it.each([
  ['a memory below 128 MiB', { memoryMiB: 64 }, /memoryMiB must be at least 128 \(got 64\)/],
  ['a timeout over 15 minutes', { timeoutSeconds: 901 }, /timeoutSeconds must be at most 900 \(got 901\)/],
  [
    'a reserved variable',
    { environment: { AWS_REGION: 'x' } },
    /provide no name that Lambda reserves, such as AWS_REGION/,
  ],
  ['an invalid name', { environment: { 'a-b': 'x' } }, /names of at least 2 letters, digits and _/],
  ['variables over 4 KB', { environment: { BIG: 'x'.repeat(4_090) } }, /at most 4 KB/],
  ['six layers', { layers: Array(6).fill('arn:aws:lambda:eu-west-1:123456789012:layer:a:1') }, /at most 5 items/],
])('rejects %s before anything is sent', async (_problem, settings, message) => {
  await using aws = fakeAws();
  const call = updateFunctionConfiguration({ functionName: 'hello', ...settings }, { session: aws.session });
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});

it('quotes no environment variable in an error', async () => {
  await using aws = fakeAws();
  const environment = { API_KEY: 5 as never, OTHER: 'sesame' };
  const error: unknown = await updateFunctionConfiguration(
    { functionName: 'hello', environment },
    { session: aws.session },
  ).catch((thrown: unknown) => thrown);
  expect(inspect(error)).toMatch(/environment: provide an object whose values are strings/);
  expect(inspect(error)).not.toContain('sesame');
});

it.each([
  ['active', [{ State: 'Pending', StateReason: 'The function is being created.' }, { State: 'Active' }], 2],
  ['active', [{ LastUpdateStatus: 'InProgress' }, {}], 2],
  ['active', [{ State: undefined, LastUpdateStatus: undefined }], 1],
  ['updated', [{ State: 'Inactive', LastUpdateStatus: 'Successful' }], 1],
] as const)('waits until a function is %s: %o', async (state, observations, requests) => {
  await using aws = fakeAws();
  for (const observation of observations) aws.once('GetFunction', { Configuration: configuration(observation) });
  await expect(waitForFunction({ functionName: 'hello', state }, { session: aws.session })).resolves.toMatchObject({
    functionName: 'hello',
  });
  expect(aws.requests).toHaveLength(requests);
});

it.each([
  [
    'active',
    { State: 'Failed', StateReason: 'No permission to the image.', StateReasonCode: 'ImageAccessDenied' },
    /hello is Failed.*No permission to the image\. \(ImageAccessDenied\)/,
  ],
  ['active', { State: 'Inactive', StateReasonCode: 'Idle' }, /hello is Inactive.*Idle/],
  [
    'updated',
    { LastUpdateStatus: 'Failed', LastUpdateStatusReason: 'The subnet has no addresses left.' },
    /Active \(last update: Failed\).*no addresses left/,
  ],
] as const)('ends a wait for %s at once if the goal cannot be reached: %o', async (state, observation, message) => {
  await using aws = fakeAws({ answers: { GetFunction: { Configuration: configuration(observation) } } });
  const call = waitForFunction({ functionName: 'hello', state }, { session: aws.session });
  await expect(call).rejects.toThrow(WaitError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toHaveLength(1);
});

it('waits until a function is deleted', async () => {
  await using aws = fakeAws();
  aws.once('GetFunction', { Configuration: configuration({ State: 'Deleting' }) });
  aws.on('GetFunction', awsError('ResourceNotFoundException', 'Function not found: hello', { status: 404 }));
  await expect(
    waitForFunction({ functionName: 'hello', state: 'deleted' }, { session: aws.session }),
  ).resolves.toBeUndefined();
  expect(aws.requests).toHaveLength(2);
});
