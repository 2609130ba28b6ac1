import { DescribeInstances$, DescribeInstancesCommand } from '@aws-sdk/client-ec2';
import { GetUserCommand, IAMClient, NoSuchEntityException } from '@aws-sdk/client-iam';
import { TypeRegistry } from '@smithy/core/schema';
import { ServiceException } from '@smithy/core/client';
import { beforeAll, describe, expect, it } from 'vitest';

import { clientOver } from '../__fixtures__/client-over.js';
import { fakeEc2 } from '../__fixtures__/fake-ec2.js';
import { readWithSdk } from '../__fixtures__/read-with-sdk.js';
import { requestOf } from '../__fixtures__/request-of.js';
import { GetWidget$ } from '../__fixtures__/widget.js';
import { awsError, type AwsErrorOptions } from '../aws-error.js';
import { encodeError } from './encode-error.js';
import type { WireAnswer } from './wire-answer.js';

const encode = (protocol: string, code: string, options?: AwsErrorOptions, method = 'POST'): WireAnswer => {
  const operation = {
    serviceId: 'Widgets',
    name: 'GetWidget',
    schema: GetWidget$,
    input: {},
    protocol: `aws.protocols#${protocol}`,
    xmlNamespace: undefined,
  };
  return encodeError({
    operation,
    error: awsError(code, 'a "message" & <more>', options),
    requestId: 'request-1',
    method,
  });
};

const read = (protocol: Parameters<typeof readWithSdk>[0], answer: WireAnswer): Promise<unknown> =>
  readWithSdk(protocol, GetWidget$, answer).catch((error) => error);

beforeAll(() => {
  class NoSuchWidget extends ServiceException {
    constructor(options: object) {
      super({ name: 'NoSuchWidget', $fault: 'client', $metadata: {}, ...options });
    }
  }
  const traits = { error: 'client', httpError: 404, awsQueryError: ['Widget.NotFound', 404] };
  const schema = [-3, 'com.example.widgets', 'NoSuchWidget', traits, ['message', 'WidgetName'], [0, 0]];
  TypeRegistry.for('com.example.widgets').registerError(schema as never, NoSuchWidget as never);
});

describe('an error', () => {
  it('of EC2, whose model has no errors, has the status of EC2', async () => {
    const { answers, client } = fakeEc2();
    answers.once('DescribeInstances', awsError('UnauthorizedOperation', 'You are not authorized'));
    await expect(client.send(new DescribeInstancesCommand({}))).rejects.toMatchObject({
      name: 'UnauthorizedOperation',
      $metadata: { httpStatusCode: 403 },
    });
  });

  it.each(['NoSuchEntity', 'NoSuchEntityException'])(
    'of IAM becomes the class of the model, by name or code: %s',
    async (code) => {
      const { answers, transport } = fakeEc2();
      answers.once('GetUser', awsError(code, 'no user ann'));
      const failure: unknown = await clientOver(transport, IAMClient)
        .send(new GetUserCommand({}))
        .catch((error) => error);
      expect(failure).toBeInstanceOf(NoSuchEntityException);
      expect(failure).toMatchObject({
        name: 'NoSuchEntityException',
        Code: 'NoSuchEntity',
        Type: 'Sender',
        message: 'no user ann',
        $metadata: { httpStatusCode: 404, requestId: '00000000-0000-4000-8000-000000000001' },
      });
    },
  );

  it.each(['awsJson1_0', 'awsJson1_1', 'restJson1', 'restXml'] as const)('is read by the SDK: %s', async (protocol) => {
    const answer = encode(protocol, 'NoSuchWidget', { members: { WidgetName: 'w & x' } });
    expect(await read(protocol, answer)).toMatchObject({
      name: 'NoSuchWidget',
      message: 'a "message" & <more>',
      WidgetName: 'w & x',
      $metadata: { httpStatusCode: 404, requestId: 'request-1' },
    });
  });

  it('keeps its query protocol code in a service that now uses JSON', async () => {
    const answer = encode('awsJson1_1', 'Widget.NotFound');
    expect(answer.headers['x-amzn-query-error']).toBe('Widget.NotFound;Sender');
    expect(await read('awsJson1_1', answer)).toMatchObject({ name: 'NoSuchWidget', Code: 'Widget.NotFound' });
  });

  it('without a model has the status of the test, or 400', () => {
    expect(encode('restJson1', 'Unheard').status).toBe(400);
    expect(encode('restJson1', 'Unheard', { status: 418 }).status).toBe(418);
    expect(encode('awsQuery', 'Unheard', { status: 500 }).body.toString()).toContain('<Type>Receiver</Type>');
  });

  it('contains headers and the pause that AWS asks for', async () => {
    const { answers, transport } = fakeEc2();
    answers.on(
      'DescribeInstances',
      awsError('Unavailable', 'Later', { retryAfterMs: 0, headers: { 'x-amz-id-2': 'id' } }),
    );
    const { response } = await transport.handle(requestOf(DescribeInstances$));
    expect(response).toMatchObject({ statusCode: 503, headers: { 'x-amz-retry-after': '0', 'x-amz-id-2': 'id' } });
  });

  it('in response to HEAD is a status without a body', async () => {
    const answer = encode('restXml', 'NoSuchWidget', {}, 'HEAD');
    expect(answer).toMatchObject({ status: 404, headers: { 'content-length': '0' }, body: Buffer.alloc(0) });
    expect(await read('restXml', answer)).toMatchObject({ name: 'NotFound' });
  });
});
