import { fileURLToPath } from 'node:url';

import { AlreadyExistsError, DeadlineError, InvalidInputError, ServiceError, WaitError } from '@arch/core';
import { awsError, fakeAws, type FakeAws, fault } from '@arch/core/testing';
import { unzipSync, zipSync } from 'fflate/browser';
import { expect, it } from 'vitest';

import { createFunction, updateFunctionCode } from './index.js';

const folder = fileURLToPath(new URL('../code/__fixtures__/hello', import.meta.url));
const role = 'arn:aws:iam::123456789012:role/hello';
const least = { functionName: 'hello', role, code: { folder } };
const made = (more: object = {}): object => ({
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
const tooNew = awsError(
  'InvalidParameterValueException',
  'The role defined for the function cannot be assumed by Lambda.',
  { status: 400 },
);
const sent = (aws: FakeAws): Record<string, unknown> => aws.requests[0]?.input as Record<string, unknown>;

it('packs a folder and leaves the rest to defaults', async () => {
  await using aws = fakeAws({ answers: { CreateFunction: made() } });
  await createFunction(least, { session: aws.session });
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

it("sends everything else in AWS's words", async () => {
  await using aws = fakeAws({ answers: { CreateFunction: made() } });
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

it('makes a function of a container image, which brings runtime and handler', async () => {
  await using aws = fakeAws({ answers: { CreateFunction: made() } });
  const imageUri = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:latest';
  await createFunction({ functionName: 'hello', role, code: { imageUri } }, { session: aws.session });
  expect(sent(aws)).toEqual({ FunctionName: 'hello', Role: role, PackageType: 'Image', Code: { ImageUri: imageUri } });
});

it('resolves when the function can be called', async () => {
  await using aws = fakeAws({ answers: { CreateFunction: made() } });
  aws.once('GetFunction', { Configuration: made() });
  aws.on('GetFunction', { Configuration: made({ State: 'Active', LastUpdateStatus: 'Successful' }) });
  await expect(createFunction(least, { session: aws.session, wait: true })).resolves.toMatchObject({ state: 'Active' });
});

it("ends the wait with Lambda's reason when the function fails", async () => {
  await using aws = fakeAws({ answers: { CreateFunction: made() } });
  aws.on('GetFunction', { Configuration: made({ State: 'Failed', StateReason: 'Uploaded file is no zip file' }) });
  const call = createFunction(least, { session: aws.session, wait: true });
  await expect(call).rejects.toThrow(WaitError);
  await expect(call).rejects.toThrow(/Uploaded file is no zip file/);
});

it('asks again for a role that Lambda does not know yet', async () => {
  await using aws = fakeAws();
  for (let n = 0; n < 4; n++) aws.once('CreateFunction', tooNew);
  aws.on('CreateFunction', made());
  await expect(createFunction(least, { session: aws.session })).resolves.toMatchObject({ functionName: 'hello' });
  expect(aws.requests).toHaveLength(5);
});

it('gives a role up after a minute, with what Lambda says and what to look at', async () => {
  await using aws = fakeAws({ answers: { CreateFunction: tooNew } });
  const call = createFunction(least, { session: aws.session });
  await expect(call).rejects.toThrow(ServiceError);
  await expect(call).rejects.toThrow(/cannot be assumed by Lambda\..*its trust policy allows the service to assume it/);
  expect(aws.clock.elapsedMs).toBe(60_000);
});

it("keeps to the caller's deadline while it asks again", async () => {
  await using aws = fakeAws({ answers: { CreateFunction: tooNew } });
  const call = createFunction(least, { session: aws.session, timeoutMs: 5_000 });
  await expect(call).rejects.toThrow(DeadlineError);
  await expect(call).rejects.toMatchObject({ limitMs: 5_000 });
});

it('asks once where something else is refused', async () => {
  await using aws = fakeAws();
  aws.on(
    'CreateFunction',
    awsError('InvalidParameterValueException', 'Unzipped size must be smaller.', { status: 400 }),
  );
  await expect(createFunction(least, { session: aws.session })).rejects.toThrow(/Unzipped size must be smaller/);
  expect(aws.requests).toHaveLength(1);
});

it('says that a function of that name is there, and whether the call may have made it itself', async () => {
  await using aws = fakeAws();
  const exists = awsError('ResourceConflictException', 'Function already exist: hello', { status: 409 });
  aws.on('CreateFunction', exists);
  const first: unknown = await createFunction(least, { session: aws.session }).catch((thrown: unknown) => thrown);
  expect(first).toBeInstanceOf(AlreadyExistsError);
  expect((first as Error).message).not.toMatch(/earlier attempt/);
  aws.once('CreateFunction', fault('reset'));
  await expect(createFunction(least, { session: aws.session })).rejects.toThrow(
    /hello already exists.*An earlier attempt of this call may have created it: the response to that attempt was lost/,
  );
});

it('gives a large .zip file the time that it takes to send', async () => {
  await using aws = fakeAws({ answers: { CreateFunction: fault('hang') } });
  const zip = zipSync({ 'index.js': [new Uint8Array(3_000_000), { level: 0 }] });
  const call = createFunction({ ...least, code: { zip } }, { session: aws.session, maxAttempts: 1 });
  await expect(call).rejects.toMatchObject({ name: 'DeadlineError', limit: 'attempt' });
  expect(aws.clock.elapsedMs).toBeGreaterThan(60_000);
});

it.each([
  [
    'a handler that the code does not have',
    { ...least, handler: 'app.handler' },
    /handler must name a module in the code \(got "app\.handler"\)\. The code contains index\.mjs/,
  ],
  [
    'another runtime without a handler',
    { ...least, runtime: 'python3.14' },
    /provide a handler: only Node\.js has a default/,
  ],
  [
    'a runtime for an image',
    { ...least, code: { imageUri: '1.dkr.ecr.eu-west-1.amazonaws.com/a' }, runtime: 'nodejs24.x' },
    /provide no runtime, handler and layers if the code is an image, which contains them/,
  ],
  ['code in two places', { ...least, code: { folder, file: 'a' } }, /code/],
  ['a role that is no ARN', { ...least, role: 'hello' }, /role must be an ARN such as .+ \(got "hello"\)/],
  [
    'a name with a dot',
    { ...least, functionName: 'a.b' },
    /functionName must be 1–64 letters, digits, - and _ \(got "a\.b"\)/,
  ],
])('refuses %s before anything is sent', async (_what, input, message) => {
  await using aws = fakeAws();
  const call = createFunction(input as never, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});

it('says that code is not there before anything is sent', async () => {
  await using aws = fakeAws();
  await expect(
    createFunction({ ...least, code: { folder: '/no/such' } }, { session: aws.session }),
  ).rejects.toMatchObject({ name: 'LocalError', operation: 'createFunction', code: 'ENOENT', path: '/no/such' });
  expect(aws.requests).toEqual([]);
});

it('does not look for the handler of a layer in the code', async () => {
  await using aws = fakeAws({ answers: { CreateFunction: made() } });
  const layers = ['arn:aws:lambda:eu-west-1:123456789012:layer:wrapper:1'];
  await createFunction({ ...least, handler: '/opt/wrapper.handler', layers }, { session: aws.session });
  expect(aws.requests).toHaveLength(1);
});

it('replaces the code and resolves when it is in effect', async () => {
  await using aws = fakeAws({ answers: { UpdateFunctionCode: made({ State: 'Active' }) } });
  aws.once('GetFunction', { Configuration: made({ State: 'Active' }) });
  aws.on('GetFunction', { Configuration: made({ State: 'Active', LastUpdateStatus: 'Successful' }) });
  const updated = await updateFunctionCode(
    { functionName: 'hello', code: { folder }, architecture: 'arm64', publish: true, revisionId: '28f0fb31' },
    { session: aws.session, wait: true },
  );
  expect(updated.lastUpdateStatus).toBe('Successful');
  const { ZipFile, ...rest } = sent(aws);
  expect(rest).toEqual({ FunctionName: 'hello', Architectures: ['arm64'], Publish: true, RevisionId: '28f0fb31' });
  expect(Object.keys(unzipSync(ZipFile as Uint8Array))).toEqual(['index.mjs']);
});
