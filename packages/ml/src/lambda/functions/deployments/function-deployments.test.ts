import { fileURLToPath } from 'node:url';

import { AlreadyExistsError, DeadlineError, InvalidInputError, ServiceError, WaitError } from '@arch/core';
import { awsError, fakeAws, type FakeAws, fault } from '@arch/core/testing';
import { unzipSync, zipSync } from 'fflate/browser';
import { expect, it } from 'vitest';

import { createFunction, updateFunctionCode } from './index.js';

const folder = fileURLToPath(new URL('../code/__fixtures__/hello', import.meta.url));
const role = 'arn:aws:iam::123456789012:role/hello';
const minimal = { functionName: 'hello', role, code: { folder } };
const configuration = (more: object = {}): object => ({
  FunctionName: 'hello',
  FunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:hello',
  Version: '$LATEST',
  Role: role,
  Timeout: 3,
  MemorySize: 128,
  CodeSha256: '5tT2qgzYUHaqwR716pZ2dpkn/0J1FrzJmlKidWoaCgk=',
  CodeSize: 304,
  LastModified: '2026-11-01T10:00:00.000+0000',
  State: 'Pending',
  LastUpdateStatus: 'InProgress',
  ...more,
});
const unknownRole = awsError(
  'InvalidParameterValueException',
  'The role defined for the function cannot be assumed by Lambda.',
  { status: 400 },
);
const sent = (aws: FakeAws): Record<string, unknown> => aws.requests[0]?.input as Record<string, unknown>;

it('packs a folder and sends the defaults', async () => {
  await using aws = fakeAws({ answers: { CreateFunction: configuration() } });
  await createFunction(minimal, { session: aws.session });
  const { Code, ...rest } = sent(aws);
  expect(rest).toEqual({
    FunctionName: 'hello',
    Role: role,
    PackageType: 'Zip',
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
  });
  expect(Object.keys(unzipSync((Code as { ZipFile: Uint8Array }).ZipFile))).toEqual(['index.mjs']);
});

it("sends all members in AWS's form", async () => {
  await using aws = fakeAws({ answers: { CreateFunction: configuration() } });
  await createFunction(
    {
      functionName: 'hello',
      role,
      code: { s3Bucket: 'artifacts', s3Key: 'hello.zip' },
      runtime: 'python3.14',
      handler: 'app.handler',
      architecture: 'arm64',
      timeoutSeconds: 30,
      memoryMiB: 512,
      environment: { STAGE: 'test' },
      tags: { team: 'web' },
      publish: true,
      aws: { SnapStart: { ApplyOn: 'PublishedVersions' } },
    },
    { session: aws.session },
  );
  expect(sent(aws)).toEqual({
    FunctionName: 'hello',
    Role: role,
    PackageType: 'Zip',
    Code: { S3Bucket: 'artifacts', S3Key: 'hello.zip' },
    Runtime: 'python3.14',
    Handler: 'app.handler',
    Architectures: ['arm64'],
    Timeout: 30,
    MemorySize: 512,
    Environment: { Variables: { STAGE: 'test' } },
    Tags: { team: 'web' },
    Publish: true,
    SnapStart: { ApplyOn: 'PublishedVersions' },
  });
});

it('creates a function from a container image, without runtime and handler', async () => {
  await using aws = fakeAws({ answers: { CreateFunction: configuration() } });
  const imageUri = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:latest';
  await createFunction({ functionName: 'hello', role, code: { imageUri } }, { session: aws.session });
  expect(sent(aws)).toEqual({ FunctionName: 'hello', Role: role, PackageType: 'Image', Code: { ImageUri: imageUri } });
});

it('resolves with wait when the function can be invoked', async () => {
  await using aws = fakeAws({ answers: { CreateFunction: configuration() } });
  aws.once('GetFunction', { Configuration: configuration() });
  aws.on('GetFunction', { Configuration: configuration({ State: 'Active', LastUpdateStatus: 'Successful' }) });
  await expect(createFunction(minimal, { session: aws.session, wait: true })).resolves.toMatchObject({
    state: 'Active',
  });
});

it("ends the wait with Lambda's reason if the function fails", async () => {
  await using aws = fakeAws({ answers: { CreateFunction: configuration() } });
  aws.on('GetFunction', {
    Configuration: configuration({ State: 'Failed', StateReason: 'Uploaded file is no zip file' }),
  });
  const call = createFunction(minimal, { session: aws.session, wait: true });
  await expect(call).rejects.toThrow(WaitError);
  await expect(call).rejects.toThrow(/Uploaded file is no zip file/);
});

it('retries while Lambda does not know a new role', async () => {
  await using aws = fakeAws();
  for (let n = 0; n < 4; n++) aws.once('CreateFunction', unknownRole);
  aws.on('CreateFunction', configuration());
  await expect(createFunction(minimal, { session: aws.session })).resolves.toMatchObject({ functionName: 'hello' });
  expect(aws.requests).toHaveLength(5);
});

it("fails after a minute with Lambda's message and the remedy if the role remains unknown", async () => {
  await using aws = fakeAws({ answers: { CreateFunction: unknownRole } });
  const call = createFunction(minimal, { session: aws.session });
  await expect(call).rejects.toThrow(ServiceError);
  await expect(call).rejects.toThrow(/cannot be assumed by Lambda\..*its trust policy allows the service to assume it/);
  expect(aws.clock.elapsedMs).toBe(60_000);
});

it('ends the retries at the deadline of the call', async () => {
  await using aws = fakeAws({ answers: { CreateFunction: unknownRole } });
  const call = createFunction(minimal, { session: aws.session, timeoutMs: 5_000 });
  await expect(call).rejects.toThrow(DeadlineError);
  await expect(call).rejects.toMatchObject({ limitMs: 5_000 });
});

it('does not retry other rejections', async () => {
  await using aws = fakeAws();
  aws.on(
    'CreateFunction',
    awsError('InvalidParameterValueException', 'Unzipped size must be smaller.', { status: 400 }),
  );
  await expect(createFunction(minimal, { session: aws.session })).rejects.toThrow(/Unzipped size must be smaller/);
  expect(aws.requests).toHaveLength(1);
});

it('throws AlreadyExistsError for an existing name, with a note if an earlier attempt may have created the function', async () => {
  await using aws = fakeAws();
  const exists = awsError('ResourceConflictException', 'Function already exist: hello', { status: 409 });
  aws.on('CreateFunction', exists);
  const first: unknown = await createFunction(minimal, { session: aws.session }).catch((thrown: unknown) => thrown);
  expect(first).toBeInstanceOf(AlreadyExistsError);
  expect((first as Error).message).not.toMatch(/earlier attempt/);
  aws.once('CreateFunction', fault('reset'));
  await expect(createFunction(minimal, { session: aws.session })).rejects.toThrow(
    /hello already exists.*An earlier attempt of this call may have created it: the response to that attempt was lost/,
  );
});

it('extends the attempt timeout for a large .zip file', async () => {
  await using aws = fakeAws({ answers: { CreateFunction: fault('hang') } });
  const zip = zipSync({ 'index.js': [new Uint8Array(3_000_000), { level: 0 }] });
  const call = createFunction({ ...minimal, code: { zip } }, { session: aws.session, maxAttempts: 1 });
  await expect(call).rejects.toMatchObject({ name: 'DeadlineError', limit: 'attempt' });
  expect(aws.clock.elapsedMs).toBeGreaterThan(60_000);
});

it.each([
  [
    'a handler whose module the code does not contain',
    { ...minimal, handler: 'app.handler' },
    /handler must name a module in the code \(got "app\.handler"\)\. The code contains index\.mjs/,
  ],
  [
    'another runtime without a handler',
    { ...minimal, runtime: 'python3.14' },
    /provide a handler: only Node\.js has a default/,
  ],
  [
    'a runtime for an image',
    { ...minimal, code: { imageUri: '1.dkr.ecr.eu-west-1.amazonaws.com/a' }, runtime: 'nodejs24.x' },
    /provide no runtime, handler and layers if the code is an image, which contains them/,
  ],
  ['two kinds of code', { ...minimal, code: { folder, file: 'a' } }, /code/],
  ['a role that is not an ARN', { ...minimal, role: 'hello' }, /role must be an ARN such as .+ \(got "hello"\)/],
  [
    'a name with a dot',
    { ...minimal, functionName: 'a.b' },
    /functionName must be 1–64 letters, digits, - and _ \(got "a\.b"\)/,
  ],
])('rejects %s before anything is sent', async (_problem, input, message) => {
  await using aws = fakeAws();
  const call = createFunction(input as never, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});

it('throws LocalError for code that does not exist, before anything is sent', async () => {
  await using aws = fakeAws();
  await expect(
    createFunction({ ...minimal, code: { folder: '/no/such' } }, { session: aws.session }),
  ).rejects.toMatchObject({ name: 'LocalError', operation: 'createFunction', code: 'ENOENT', path: '/no/such' });
  expect(aws.requests).toEqual([]);
});

it('does not check the handler of a function with layers', async () => {
  await using aws = fakeAws({ answers: { CreateFunction: configuration() } });
  const layers = ['arn:aws:lambda:eu-west-1:123456789012:layer:wrapper:1'];
  await createFunction({ ...minimal, handler: '/opt/wrapper.handler', layers }, { session: aws.session });
  expect(aws.requests).toHaveLength(1);
});

it('replaces the code and resolves with wait when it is in effect', async () => {
  await using aws = fakeAws({ answers: { UpdateFunctionCode: configuration({ State: 'Active' }) } });
  aws.once('GetFunction', { Configuration: configuration({ State: 'Active' }) });
  aws.on('GetFunction', { Configuration: configuration({ State: 'Active', LastUpdateStatus: 'Successful' }) });
  const updated = await updateFunctionCode(
    { functionName: 'hello', code: { folder }, architecture: 'arm64', publish: true, revisionId: '28f0fb31' },
    { session: aws.session, wait: true },
  );
  expect(updated.lastUpdateStatus).toBe('Successful');
  const { ZipFile, ...rest } = sent(aws);
  expect(rest).toEqual({ FunctionName: 'hello', Architectures: ['arm64'], Publish: true, RevisionId: '28f0fb31' });
  expect(Object.keys(unzipSync(ZipFile as Uint8Array))).toEqual(['index.mjs']);
});
