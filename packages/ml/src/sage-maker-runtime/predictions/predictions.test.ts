import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';

import {
  ConflictError,
  createSession,
  InvalidInputError,
  NotFoundError,
  ServiceError,
  UnexpectedResponseError,
} from '@arch/core';
import { z } from '@arch/core/builder';
import { awsError, fakeAws, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { ModelError, predict } from './index.js';

const response = (body: string | Uint8Array, ContentType?: string): object => ({
  Body: Buffer.from(body).toString('base64'),
  ...(ContentType !== undefined && { ContentType }),
  InvokedProductionVariant: 'AllTraffic',
});
const numbers = z.object({ predictions: z.array(z.number()) });

describe('a prediction', () => {
  it('sends JSON and returns JSON of the type of the schema', async () => {
    await using aws = fakeAws({ answers: { InvokeEndpoint: response('{"predictions":[0.9]}', 'application/json') } });
    const input = { endpointName: 'churn', payload: { instances: [[1, 2]] }, schema: numbers };
    const { payload, ...rest } = await predict(input, { session: aws.session });
    expect(payload.predictions[0]?.toFixed(1)).toBe('0.9');
    expect(rest).toEqual({ contentType: 'application/json', invokedProductionVariant: 'AllTraffic' });
    const [request] = aws.requests;
    expect(request).toMatchObject({ path: '/endpoints/churn/invocations' });
    expect(request?.headers).toMatchObject({ 'content-type': 'application/json', accept: 'application/json' });
    expect(Buffer.from(request?.body as Uint8Array).toString()).toBe('{"instances":[[1,2]]}');
  });

  it('throws UnexpectedResponseError for a response that does not match the schema or is not JSON', async () => {
    await using aws = fakeAws();
    aws.once('InvokeEndpoint', response('{"predictions":["high"]}', 'application/json'));
    const input = { endpointName: 'churn', payload: [1], schema: numbers };
    await expect(predict(input, { session: aws.session })).rejects.toThrow(
      'predict: the response does not match the schema: predictions[0] is a string',
    );
    aws.once('InvokeEndpoint', response('no', 'application/json; charset=utf-8'));
    const call = predict(input, { session: aws.session });
    await expect(call).rejects.toThrow(UnexpectedResponseError);
    await expect(call).rejects.toThrow(
      'predict: the response of the model is not JSON, although its content type is application/json; charset=utf-8 (got 2 bytes).',
    );
  });

  it.each([
    ['text', { payload: '1,2,3', contentType: 'text/csv', accept: 'text/csv' }, '0.9\n'],
    ['bytes', { payload: new Uint8Array([1, 2]), accept: 'application/x-npy' }, Buffer.from([1])],
    ['JSON of another content type', { payload: { a: 1 }, contentType: 'application/vnd.api+json' }, { b: 2 }],
    ['JSON lines', { payload: '{}\n{}', contentType: 'application/jsonlines', accept: 'text/plain' }, '1\n2'],
  ])('sends and returns %s', async (_kind, input, expected) => {
    await using aws = fakeAws();
    const { accept = 'application/json' } = input as { readonly accept?: string };
    const body = typeof expected === 'string' || expected instanceof Uint8Array ? expected : JSON.stringify(expected);
    aws.on('InvokeEndpoint', response(body, accept));
    const { payload } = await predict({ endpointName: 'churn', ...input }, { session: aws.session });
    expect(payload instanceof Uint8Array ? Buffer.from(payload) : payload).toEqual(expected);
    expect(aws.requests[0]?.headers).toMatchObject({ accept });
    expect(aws.requests[0]?.headers['content-type']).toBe(
      (input as { readonly contentType?: string }).contentType ?? 'application/octet-stream',
    );
  });

  it('invokes one variant, model or session, and returns the session that it has started', async () => {
    await using aws = fakeAws();
    aws.on('InvokeEndpoint', {
      ...response('1', 'application/json'),
      NewSessionId: 's-1; Expires=2026-11-26T10:00:00Z',
    });
    const target = { targetVariant: 'new', targetModel: 'a.tar.gz', sessionId: 'NEW_SESSION', inferenceId: '7' };
    const prediction = await predict({ endpointName: 'churn', payload: null, ...target }, { session: aws.session });
    expect(prediction.newSessionId).toBe('s-1; Expires=2026-11-26T10:00:00Z');
    expect(aws.requests[0]?.input).toMatchObject({
      TargetVariant: 'new',
      TargetModel: 'a.tar.gz',
      SessionId: 'NEW_SESSION',
      InferenceId: '7',
    });
  });

  it.each([
    [{ payload: undefined }, 'payload is undefined. Pass a value that JSON supports'],
    [{ payload: { size: 1n } }, 'payload.size is a BigInt'],
    [{ payload: { a: 1 }, contentType: 'text/csv' }, 'a string or bytes as payload if contentType is not JSON'],
    [
      { payload: new Uint8Array(6_291_457) },
      'payload must have at most 6,291,456 bytes as application/octet-stream (got 6,291,457)',
    ],
    [{ payload: 1, customAttributes: 'a\r\nb' }, '1–1024 visible ASCII characters'],
    [{ payload: 1, endpointName: 'churn_7' }, '1–63 letters, digits and -'],
  ])('rejects invalid input before anything is sent: %#', async (invalid, message) => {
    await using aws = fakeAws();
    const call = predict({ endpointName: 'churn', ...invalid }, { session: aws.session });
    await expect(call).rejects.toThrow(InvalidInputError);
    await expect(call).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });
});

describe('a prediction that fails', () => {
  it("throws ModelError with the container's status, message and log, without a retry", async () => {
    await using aws = fakeAws();
    const logStreamArn = 'arn:aws:logs:eu-west-1:123456789012:log-group:/aws/sagemaker/Endpoints/churn';
    aws.on(
      'InvokeEndpoint',
      awsError('ModelError', 'Received server error (500) from primary', {
        status: 424,
        members: { OriginalStatusCode: 500, OriginalMessage: 'KeyError: age', LogStreamArn: logStreamArn },
      }),
    );
    const error: unknown = await predict({ endpointName: 'churn', payload: {} }, { session: aws.session }).catch(
      (each: unknown) => each,
    );
    expect(error).toBeInstanceOf(ModelError);
    expect(error).toMatchObject({
      name: 'ModelError',
      message: `predict: the model of endpoint churn failed with status 500: KeyError: age. Its log is ${logStreamArn}.`,
      id: 'churn',
      status: 424,
      originalStatusCode: 500,
      originalMessage: 'KeyError: age',
      logStreamArn,
    });
    expect(aws.requests).toHaveLength(1);
  });

  it('throws NotFoundError for an unknown endpoint, and ConflictError for a model that is not ready', async () => {
    await using aws = fakeAws();
    aws.once('InvokeEndpoint', awsError('ValidationError', 'Endpoint churn of account 123456789012 not found.'));
    await expect(predict({ endpointName: 'churn', payload: 1 }, { session: aws.session })).rejects.toThrow(
      NotFoundError,
    );
    aws.on('InvokeEndpoint', awsError('ModelNotReadyException', 'Model is not ready', { status: 429 }));
    await expect(predict({ endpointName: 'churn', payload: 1 }, { session: aws.session })).rejects.toThrow(
      ConflictError,
    );
    expect(aws.requests.length).toBeGreaterThan(2);
  });

  it('is retried after a lost response, except in a session or if idempotent is false', async () => {
    await using aws = fakeAws({ answers: { InvokeEndpoint: response('1', 'application/json') } });
    const input = { endpointName: 'churn', payload: 1 };
    aws.once('InvokeEndpoint', fault('500'));
    expect((await predict(input, { session: aws.session })).payload).toBe(1);
    for (const once of [{ sessionId: 's-1' }, { idempotent: false }]) {
      aws.once('InvokeEndpoint', fault('500'));
      await expect(predict({ ...input, ...once }, { session: aws.session })).rejects.toThrow(ServiceError);
    }
    aws.once('InvokeEndpoint', fault('500'));
    expect((await predict({ ...input, sessionId: 's-1', idempotent: true }, { session: aws.session })).payload).toBe(1);
    expect(aws.requests).toHaveLength(6);
  });

  it('has a timeout of 70 seconds per attempt', async () => {
    await using aws = fakeAws({ answers: { InvokeEndpoint: fault('hang') } });
    await expect(
      predict({ endpointName: 'churn', payload: 1 }, { session: aws.session, maxAttempts: 1 }),
    ).rejects.toThrow('No response within 70000 ms');
    expect(aws.clock.elapsedMs).toBe(70_000);
  });
});

it('sends and receives over a real connection', async () => {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { instances } = JSON.parse(Buffer.concat(chunks).toString()) as { readonly instances: readonly number[] };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ predictions: instances.map((each) => each * 2) }));
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  try {
    await using session = createSession({ region: 'eu-west-1', endpoint, credentials });
    const { payload } = await predict(
      { endpointName: 'twice', payload: { instances: [1, 2] }, schema: numbers },
      { session },
    );
    expect(payload.predictions).toEqual([2, 4]);
  } finally {
    server.close();
  }
});
