import {
  AccessDeniedError,
  ArchError,
  ConflictError,
  ConnectionError,
  DeadlineError,
  InvalidInputError,
  NotFoundError,
  ServiceError,
  UnexpectedResponseError,
} from '@arch/core';
import { z } from '@arch/core/builder';
import { awsError, delayed, fakeAws, type FakeAws, fault } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { checkInvocation, FunctionError, invokeFunction, invokeFunctionAsync } from './index.js';

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');
const response = (value: unknown, more: object = {}): object => ({
  StatusCode: 200,
  ExecutedVersion: '$LATEST',
  Payload: base64(value),
  ...more,
});
const sentPayload = (aws: FakeAws): unknown => JSON.parse(String(aws.requests[0]?.body)) as unknown;

it('sends the payload as JSON and returns the result', async () => {
  await using aws = fakeAws({ answers: { Invoke: response({ greeting: 'hello' }) } });
  const invocation = await invokeFunction(
    { functionName: 'hello', payload: { name: 'world', at: new Date(0) }, qualifier: 'live' },
    { session: aws.session },
  );
  expect(invocation).toEqual({
    payload: { greeting: 'hello' },
    statusCode: 200,
    executedVersion: '$LATEST',
    requestId: expect.any(String) as string,
  });
  expect(invocation.aws).toMatchObject({ ExecutedVersion: '$LATEST' });
  expect(sentPayload(aws)).toEqual({ name: 'world', at: '1970-01-01T00:00:00.000Z' });
  expect(aws.requests[0]?.input).toMatchObject({ FunctionName: 'hello', Qualifier: 'live' });
});

it('sends no payload by default, and accepts a response without a payload', async () => {
  await using aws = fakeAws({ answers: { Invoke: { StatusCode: 200, ExecutedVersion: '3' } } });
  await expect(invokeFunction('hello:3', { session: aws.session })).resolves.toMatchObject({ payload: undefined });
  expect(aws.requests[0]?.input).toEqual({ FunctionName: 'hello:3' });
});

it.each([null, false, 0, '', 'text', [1, 2]])('accepts the payload %o', async (payload) => {
  await using aws = fakeAws({ answers: { Invoke: response(payload) } });
  const invocation = await invokeFunction({ functionName: 'hello', payload }, { session: aws.session });
  expect(invocation.payload).toEqual(payload);
  expect(sentPayload(aws)).toEqual(payload);
});

it('checks the result by a schema, and names the member that does not match', async () => {
  await using aws = fakeAws({ answers: { Invoke: response({ lines: [{ total: 'much' }] }) } });
  const schema = z.object({ lines: z.array(z.object({ total: z.number() })) });
  const call = invokeFunction({ functionName: 'invoice', schema }, { session: aws.session });
  await expect(call).rejects.toThrow(UnexpectedResponseError);
  await expect(call).rejects.toThrow(
    /invokeFunction: the result does not match the schema: lines\[0\]\.total is a string/,
  );
  aws.on('Invoke', response({ lines: [{ total: 5, hidden: 1 }] }));
  const { payload } = await invokeFunction({ functionName: 'invoice', schema }, { session: aws.session });
  expect(payload).toEqual({ lines: [{ total: 5 }] });
});

it('returns text that is not JSON unchanged, and rejects the HTML page of a proxy', async () => {
  await using aws = fakeAws();
  aws.once('Invoke', { StatusCode: 200, ExecutedVersion: '1', Payload: Buffer.from('plainly').toString('base64') });
  aws.once('Invoke', { StatusCode: 200, Payload: Buffer.from('<html>').toString('base64') });
  await expect(invokeFunction('own-runtime', { session: aws.session })).resolves.toMatchObject({ payload: 'plainly' });
  await expect(invokeFunction('own-runtime', { session: aws.session })).rejects.toThrow(
    'invokeFunction: the response is not from Lambda: it is HTML. Check for a proxy between this machine and AWS.',
  );
});

it("throws the function's error with its stack and the end of its log", async () => {
  const failure = {
    errorType: 'TypeError',
    errorMessage: 'event.items is not iterable',
    trace: ['TypeError: event.items is not iterable', '    at handler (file:///var/task/index.mjs:3:22)'],
  };
  const LogResult = Buffer.from('START\nERROR\nEND\n').toString('base64');
  await using aws = fakeAws({ answers: { Invoke: response(failure, { FunctionError: 'Unhandled', LogResult }) } });
  const error: unknown = await invokeFunction({ functionName: 'sum', logTail: true }, { session: aws.session }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(FunctionError);
  expect(error).toBeInstanceOf(ArchError);
  expect(error).toMatchObject({
    name: 'FunctionError',
    message: 'invokeFunction: sum failed: TypeError: event.items is not iterable.',
    id: 'sum',
    code: 'Unhandled',
    errorType: 'TypeError',
    errorMessage: 'event.items is not iterable',
    remoteStack: 'TypeError: event.items is not iterable\n    at handler (file:///var/task/index.mjs:3:22)',
    logTail: 'START\nERROR\nEND\n',
    executedVersion: '$LATEST',
    retryable: false,
  });
  expect(aws.requests).toHaveLength(1);
  expect(aws.requests[0]?.input).toMatchObject({ LogType: 'Tail' });
});

it.each([
  [
    { errorType: 'Sandbox.Timedout', errorMessage: 'Task timed out after 3.00 seconds' },
    /3\.00 seconds\. Increase timeoutSeconds\./,
  ],
  [
    { errorMessage: 'No', errorType: 'ValueError', stackTrace: ['  File "a.py", line 1\n'] },
    /failed: ValueError: No\./,
  ],
  [null, /hello failed: Unhandled\./],
  ['text', /hello failed: Unhandled\./],
])('throws FunctionError for the error payload %o', async (failure, message) => {
  await using aws = fakeAws({ answers: { Invoke: response(failure, { FunctionError: 'Unhandled' }) } });
  const call = invokeFunction('hello', { session: aws.session });
  await expect(call).rejects.toThrow(FunctionError);
  await expect(call).rejects.toThrow(message);
});

it.each([
  ['undefined', undefined, /payload is undefined\. Pass a value that JSON supports/],
  ['a function', () => 1, /payload is a function/],
  ['a BigInt', { lines: [{ total: 5n }] }, /payload\.lines\[0\]\.total is a BigInt/],
  [
    'a value whose toJSON throws',
    {
      toJSON: (): never => {
        throw new Error('of toJSON');
      },
    },
    /payload cannot be written as JSON \(of toJSON\)\./,
  ],
])('rejects %s as payload before anything is sent', async (_problem, payload, message) => {
  await using aws = fakeAws();
  for (const call of [invokeFunction, invokeFunctionAsync, checkInvocation]) {
    const result = call({ functionName: 'hello', payload }, { session: aws.session });
    await expect(result).rejects.toThrow(InvalidInputError);
    await expect(result).rejects.toThrow(message);
  }
  expect(aws.requests).toEqual([]);
});

it('names the member by which a payload contains itself', async () => {
  await using aws = fakeAws();
  const node: { children: unknown[] } = { children: [] };
  node.children.push({ parent: node });
  await expect(invokeFunction({ functionName: 'hello', payload: node }, { session: aws.session })).rejects.toThrow(
    /payload\.children\[0\]\.parent is an object that contains itself\. Pass a value that JSON supports/,
  );
});

it('rejects a payload over 6 MB, and over 1 MB for an asynchronous invocation', async () => {
  await using aws = fakeAws({ answers: { Invoke: response(null, { StatusCode: 202 }) } });
  const options = { session: aws.session };
  const ofBytes = (bytes: number): string => 'x'.repeat(bytes - 2);
  await invokeFunction({ functionName: 'hello', payload: ofBytes(6_291_456) }, options);
  await expect(invokeFunction({ functionName: 'hello', payload: ofBytes(6_291_457) }, options)).rejects.toThrow(
    /payload must have at most 6,291,456 bytes as JSON \(got 6,291,457\)/,
  );
  await invokeFunctionAsync({ functionName: 'hello', payload: ofBytes(1_048_576) }, options);
  await expect(invokeFunctionAsync({ functionName: 'hello', payload: ofBytes(1_048_577) }, options)).rejects.toThrow(
    /at most 1,048,576 bytes as JSON \(got 1,048,577\)/,
  );
  expect(aws.requests).toHaveLength(2);
});

it('waits as long as a function can run, and ends at the deadline of the call', async () => {
  await using aws = fakeAws({ answers: { Invoke: delayed(response('done'), 890_000) } });
  await expect(invokeFunction('slow', { session: aws.session })).resolves.toMatchObject({ payload: 'done' });
  expect(aws.requests).toHaveLength(1);
  const call = invokeFunction('slow', { session: aws.session, timeoutMs: 100_000 });
  await expect(call).rejects.toThrow(DeadlineError);
  await expect(call).rejects.toMatchObject({ limit: 'call', limitMs: 100_000 });
});

it.each([
  ['reset', fault('reset'), ConnectionError],
  ['500', fault('500'), ServiceError],
  ['503', fault('503'), ServiceError],
  ['close-mid-body', fault('close-mid-body'), ConnectionError],
])('does not retry after a lost response: %s', async (_name, lost, type) => {
  await using aws = fakeAws();
  aws.once('Invoke', lost);
  aws.on('Invoke', response('second'));
  const call = invokeFunction('pay', { session: aws.session });
  await expect(call).rejects.toThrow(type);
  await expect(call).rejects.toThrow(/The function may have run, so the request was not retried/);
  await expect(call).rejects.toMatchObject({ attempts: 1 });
  expect(aws.requests).toHaveLength(1);
});

it('does not retry after the timeout of an attempt', async () => {
  await using aws = fakeAws({ answers: { Invoke: fault('hang') } });
  const call = invokeFunction('pay', { session: aws.session, attemptTimeoutMs: 5_000 });
  await expect(call).rejects.toMatchObject({ name: 'DeadlineError', limit: 'attempt', limitMs: 5_000, attempts: 1 });
  await expect(call).rejects.toThrow(/may have run/);
  expect(aws.requests).toHaveLength(1);
});

it.each(['reset', '500', 'close-mid-body'] as const)(
  'retries after a lost response if idempotent is true: %s',
  async (name) => {
    await using aws = fakeAws();
    aws.once('Invoke', fault(name));
    aws.on('Invoke', response('second'));
    await expect(
      invokeFunction({ functionName: 'look', idempotent: true }, { session: aws.session }),
    ).resolves.toMatchObject({ payload: 'second' });
    expect(aws.requests).toHaveLength(2);
  },
);

it.each([
  ['throttled', fault('throttle')],
  ['throttled by EC2', awsError('EC2ThrottledException', 'Slow down.', { status: 502 })],
  ['refused by the network', fault('refused')],
  ['not resolved', fault('unknown-host')],
])('retries if the function cannot have run: %s', async (_name, early) => {
  await using aws = fakeAws();
  aws.once('Invoke', early);
  aws.on('Invoke', response('second'));
  const retries: string[] = [];
  const { payload } = await invokeFunction('pay', {
    session: aws.session,
    onEvent: (event) => void (event.type === 'retry' && retries.push(event.reason)),
  });
  expect(payload).toBe('second');
  expect(retries).toHaveLength(1);
});

it.each([
  ['ResourceNotFoundException', 404, NotFoundError],
  ['ResourceConflictException', 409, ConflictError],
  ['AccessDeniedException', 403, AccessDeniedError],
])('throws the error class for %s', async (code, status, type) => {
  await using aws = fakeAws({ answers: { Invoke: awsError(code, 'No.', { status }) } });
  for (const call of [invokeFunction, invokeFunctionAsync, checkInvocation])
    await expect(call('hello', { session: aws.session })).rejects.toThrow(type);
});

it('sends an asynchronous event, and retries after a lost response', async () => {
  await using aws = fakeAws();
  aws.once('Invoke', fault('reset'));
  aws.on('Invoke', { StatusCode: 202 });
  await expect(
    invokeFunctionAsync({ functionName: 'resize', payload: { key: 'a.jpg' } }, { session: aws.session }),
  ).resolves.toEqual({ statusCode: 202 });
  expect(aws.requests).toHaveLength(2);
  expect(aws.requests[1]?.input).toMatchObject({ InvocationType: 'Event' });
});

it('checks an invocation with a dry run', async () => {
  await using aws = fakeAws({ answers: { Invoke: { StatusCode: 204 } } });
  await expect(checkInvocation({ functionName: 'hello' }, { session: aws.session })).resolves.toBeUndefined();
  expect(aws.requests[0]?.input).toEqual({ FunctionName: 'hello', InvocationType: 'DryRun' });
});
