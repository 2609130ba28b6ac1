import { InvalidInputError } from '@arch/core';
import { z } from '@arch/core/builder';
import { describe, expect, it } from 'vitest';
import { sqsMessage } from './__fixtures__/sqs-message.js';

import {
  handleSqsEvent,
  jsonResponse,
  lambdaEventKind,
  type LambdaEventKind,
  parseAlbEvent,
  parseApiGatewayEvent,
  parseCloudWatchLogsEvent,
  parseEventBridgeEvent,
  parseFirehoseEvent,
  parseHttpApiEvent,
  parseKinesisEvent,
  parseS3Event,
  parseSnsEvent,
  parseSqsEvent,
  parseTokenAuthorizerEvent,
} from '../index.js';

const s3 = (object: object = {}, eventName = 'ObjectCreated:Put'): object => ({
  Records: [
    {
      eventSource: 'aws:s3',
      eventName,
      eventTime: '2026-11-01T10:00:00.000Z',
      awsRegion: 'eu-west-1',
      s3: { bucket: { name: 'uploads' }, object: { key: 'Happy+Face%2B1.jpg', size: 1_024, ...object } },
    },
  ],
});

const sns = (text: string): object => ({
  Records: [
    {
      EventSource: 'aws:sns',
      EventSubscriptionArn: 'arn:aws:sns:eu-west-1:123456789012:orders:1',
      Sns: {
        MessageId: 'm-1',
        TopicArn: 'arn:aws:sns:eu-west-1:123456789012:orders',
        Subject: null,
        Message: text,
        Timestamp: '2026-11-01T10:00:00.000Z',
        MessageAttributes: { kind: { Type: 'String', Value: 'new' } },
      },
    },
  ],
});

const eventBridge = {
  id: 'e-1',
  source: 'shop',
  'detail-type': 'OrderPlaced',
  detail: { orderId: 7 },
  time: '2026-11-01T10:00:00Z',
  region: 'eu-west-1',
  account: '123456789012',
  resources: [],
};

const httpApi = (more: object = {}): object => ({
  version: '2.0',
  routeKey: 'POST /orders/{id}',
  rawPath: '/orders/7',
  rawQueryString: 'tag=a%2Cb&tag=c',
  cookies: ['session=1', 'theme=dark'],
  headers: { 'Content-Type': 'application/json' },
  pathParameters: { id: '7' },
  requestContext: { requestId: 'r-1', http: { method: 'POST', path: '/orders/7', sourceIp: '192.0.2.1' } },
  body: '{"amount":3}',
  isBase64Encoded: false,
  ...more,
});

const restApi = {
  httpMethod: 'POST',
  path: '/orders/7',
  resource: '/orders/{id}',
  headers: { Accept: 'a' },
  multiValueHeaders: { Accept: ['a', 'b'] },
  queryStringParameters: { tag: 'b' },
  multiValueQueryStringParameters: { tag: ['a', 'b'] },
  pathParameters: { id: '7' },
  stageVariables: null,
  requestContext: { requestId: 'r-1', resourcePath: '/orders/{id}', identity: { sourceIp: '192.0.2.1' } },
  body: null,
};

const alb = {
  httpMethod: 'GET',
  path: '/',
  queryStringParameters: { 'a%20b': 'c%2Bd', bad: '%zz' },
  headers: { 'x-forwarded-for': '192.0.2.1, 10.0.0.1', 'x-amzn-trace-id': 'Root=1' },
  requestContext: { elb: { targetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/a/1' } },
  body: '',
  isBase64Encoded: false,
};

const order = z.object({ orderId: z.number() });

describe('an event of another kind', () => {
  it('causes an error with its kind, the recognized members and its parser', async () => {
    expect(() => parseS3Event({ Records: [sqsMessage('1', 'x')] })).toThrow(
      'parseS3Event: this is an SQS event (Records[0].eventSource is "aws:sqs"), not an S3 event: use parseSqsEvent.',
    );
    await expect(parseSqsEvent(eventBridge)).rejects.toThrow(
      'this is an EventBridge event (source is "shop", detail-type "OrderPlaced"), not an SQS event: use parseEventBridgeEvent.',
    );
    await expect(parseHttpApiEvent(restApi)).rejects.toThrow(
      'this is an event of a REST API (API Gateway, payload 1.0) (it has httpMethod and requestContext), not an event of an HTTP API',
    );
    await expect(parseAlbEvent({ orderId: 7 })).rejects.toThrow(
      'this is an unknown event (it has orderId), not an event of an Application Load Balancer.',
    );
    await expect(parseAlbEvent(null)).rejects.toThrow(InvalidInputError);
  });

  it.each<[LambdaEventKind, unknown]>([
    ['s3', s3()],
    ['s3', { Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'uploads' }],
    ['sqs', { Records: [sqsMessage('1', 'x')] }],
    ['sns', sns('x')],
    ['event-bridge', eventBridge],
    ['http-api', httpApi()],
    ['api-gateway', restApi],
    ['alb', alb],
    ['dynamodb', { Records: [{ eventSource: 'aws:dynamodb' }] }],
    ['kinesis', { Records: [{ eventSource: 'aws:kinesis' }] }],
    ['unknown', { Records: [] }],
    ['unknown', 'text'],
  ])('is recognized: %s', (kind, event) => {
    expect(lambdaEventKind(event)).toBe(kind);
  });
});

describe('an S3 event', () => {
  it('contains decoded keys and dates', () => {
    expect(parseS3Event(s3({ eTag: 'd41d', versionId: 'v1', sequencer: '0A' })).records).toEqual([
      {
        eventName: 'ObjectCreated:Put',
        eventTime: new Date('2026-11-01T10:00:00Z'),
        awsRegion: 'eu-west-1',
        bucket: 'uploads',
        key: 'Happy Face+1.jpg',
        sizeBytes: 1_024,
        eTag: 'd41d',
        versionId: 'v1',
        sequencer: '0A',
      },
    ]);
    const [removed] = parseS3Event(s3({ size: undefined }, 's3:ObjectRemoved:Delete')).records;
    expect(removed?.eventName).toBe('ObjectRemoved:Delete');
    expect(removed).not.toHaveProperty('sizeBytes');
    expect(parseS3Event({ Event: 's3:TestEvent' }).records).toEqual([]);
  });

  it('without a required member causes an error with its name', () => {
    expect(() => parseS3Event(s3({ key: '100%' }))).toThrow(
      'parseS3Event: Records[0].s3.object.key must be URL-encoded, with + for a space (got "100%").',
    );
    expect(() => parseS3Event(s3({ key: undefined }))).toThrow('parseS3Event: Records[0].s3.object.key is required.');
  });
});

describe('an SQS event', () => {
  it('contains text, or values of the schema', async () => {
    const event = { Records: [sqsMessage('1', '{"orderId":7}', { MessageGroupId: 'g' })] };
    const [text] = (await parseSqsEvent(event)).records;
    expect(text).toMatchObject({
      body: '{"orderId":7}',
      queueArn: 'arn:aws:sqs:eu-west-1:123456789012:orders',
      receiveCount: 2,
      sentTime: new Date(1_545_082_649_183),
      messageGroupId: 'g',
      messageAttributes: { trace: 'abc' },
    });
    const { records } = await parseSqsEvent(event, order);
    expect(records[0]?.body.orderId).toBe(7);
  });

  it('with an invalid body causes an error with the ID of the message', async () => {
    await expect(parseSqsEvent({ Records: [sqsMessage('1', '{"orderId":"seven"}')] }, order)).rejects.toThrow(
      'parseSqsEvent: the body of message 1 does not match the schema: orderId is a string',
    );
    await expect(parseSqsEvent({ Records: [sqsMessage('1', 'seven')] }, order)).rejects.toThrow(
      'parseSqsEvent: the body of message 1 is not JSON',
    );
  });

  it('returns only failed messages', async () => {
    const handled: number[] = [];
    const errors: string[] = [];
    const event = {
      Records: [sqsMessage('1', '{"orderId":1}'), sqsMessage('2', 'broken'), sqsMessage('3', '{"orderId":3}')],
    };
    const response = await handleSqsEvent(
      event,
      ({ body }) => {
        if (body.orderId === 3) throw new Error('out of stock');
        handled.push(body.orderId);
      },
      { schema: order, onError: (error, { messageId }) => errors.push(`${messageId}: ${(error as Error).message}`) },
    );
    expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }, { itemIdentifier: '3' }] });
    expect(handled).toEqual([1]);
    expect(errors).toEqual([
      expect.stringContaining('2: handleSqsEvent: the body of message 2 is not JSON'),
      '3: out of stock',
    ]);
  });
});

describe('an SNS event', () => {
  it('contains text, or values of the schema', async () => {
    const [record] = (await parseSnsEvent(sns('{"orderId":7}'), order)).records;
    expect(record).toMatchObject({ message: { orderId: 7 }, messageAttributes: { kind: 'new' } });
    expect(record).not.toHaveProperty('subject');
    expect((await parseSnsEvent(sns('hello'))).records[0]?.message).toBe('hello');
    await expect(parseSnsEvent(sns('{}'), order)).rejects.toThrow(
      'parseSnsEvent: message m-1 does not match the schema: orderId is missing',
    );
  });
});

describe('an EventBridge event', () => {
  it('contains its detail unchanged, or as a value of the schema', async () => {
    expect(await parseEventBridgeEvent(eventBridge)).toMatchObject({
      detailType: 'OrderPlaced',
      time: new Date('2026-11-01T10:00:00Z'),
    });
    expect((await parseEventBridgeEvent(eventBridge, order)).detail.orderId).toBe(7);
    await expect(parseEventBridgeEvent({ ...eventBridge, detail: {} }, order)).rejects.toThrow(
      'parseEventBridgeEvent: detail does not match the schema: orderId is missing',
    );
  });
});

describe('a request over HTTP', () => {
  it('of an HTTP API or a function URL contains all values of the query, and the cookies', async () => {
    expect(await parseHttpApiEvent(httpApi(), z.object({ amount: z.number() }))).toEqual({
      method: 'POST',
      path: '/orders/7',
      route: 'POST /orders/{id}',
      headers: { 'content-type': 'application/json', cookie: 'session=1; theme=dark' },
      query: { tag: ['a,b', 'c'] },
      pathParameters: { id: '7' },
      stageVariables: {},
      body: { amount: 3 },
      requestId: 'r-1',
      sourceIp: '192.0.2.1',
    });
  });

  it('contains the bytes of a base64 body', async () => {
    const read = await parseHttpApiEvent(
      httpApi({ body: Buffer.from('héllo').toString('base64'), isBase64Encoded: true }),
    );
    expect(read.body).toBe('héllo');
    expect(read.bytes).toEqual(Buffer.from('héllo'));
  });

  it('without a body causes an error if the schema requires one', async () => {
    await expect(parseHttpApiEvent(httpApi({ body: undefined }), order)).rejects.toThrow(
      'parseHttpApiEvent: the body is not JSON',
    );
    expect((await parseHttpApiEvent(httpApi({ body: undefined }))).body).toBeUndefined();
  });

  it('of a REST API contains all values', async () => {
    expect(await parseApiGatewayEvent(restApi)).toMatchObject({
      method: 'POST',
      route: 'POST /orders/{id}',
      headers: { accept: 'a, b' },
      query: { tag: ['a', 'b'] },
      pathParameters: { id: '7' },
      stageVariables: {},
      body: undefined,
      sourceIp: '192.0.2.1',
    });
  });

  it('of a load balancer contains a decoded query', async () => {
    expect(await parseAlbEvent(alb)).toMatchObject({
      method: 'GET',
      query: { 'a b': ['c+d'], bad: ['%zz'] },
      sourceIp: '192.0.2.1',
      body: undefined,
    });
  });

  it('gets a response with JSON', () => {
    expect(jsonResponse({ statusCode: 201, value: { id: 7 }, headers: { 'x-a': 'b' } })).toEqual({
      statusCode: 201,
      headers: { 'content-type': 'application/json', 'x-a': 'b' },
      body: '{"id":7}',
      isBase64Encoded: false,
    });
    expect(jsonResponse({ value: undefined }).body).toBe('null');
  });
});

describe('secret content', () => {
  it.each([
    [parseSqsEvent, { Records: [{ ...sqsMessage('1', ''), body: { password: 'marker-secret' } }] }],
    [parseSqsEvent, { Records: [{ ...sqsMessage('1', ''), body: ['marker-secret'] }] }],
    [parseKinesisEvent, { Records: [{ eventSource: 'aws:kinesis', kinesis: { data: 'marker-secret!' } }] }],
    [parseFirehoseEvent, { deliveryStreamArn: 'a', records: [{ data: 'marker-secret!' }] }],
    [parseCloudWatchLogsEvent, { awslogs: { data: 'marker-secret!' } }],
    [parseTokenAuthorizerEvent, { type: 'TOKEN', methodArn: 'a', authorizationToken: ['marker-secret'] }],
    [parseHttpApiEvent, httpApi({ body: ['marker-secret'] })],
  ])('is not quoted in errors (%#)', async (parse, event) => {
    const parsing = (async () => parse(event))();
    await expect(parsing).rejects.toThrow(InvalidInputError);
    await expect(parsing).rejects.not.toThrow('marker-secret');
  });
});

describe('an invalid time', () => {
  it.each([
    [parseS3Event, s3({}), 'eventTime'],
    [parseSnsEvent, sns('x'), 'Timestamp'],
    [parseSqsEvent, { Records: [sqsMessage('1', 'x')] }, 'SentTimestamp'],
    [parseEventBridgeEvent, eventBridge, 'time'],
  ])('is rejected (%#)', async (parse, event, member) => {
    const broken = JSON.parse(JSON.stringify(event), (name, value: unknown) =>
      name === member ? 'tomorrow' : value,
    ) as unknown;
    const parsing = (async () => parse(broken))();
    await expect(parsing).rejects.toThrow(InvalidInputError);
    await expect(parsing).rejects.toThrow(`${member} must be a time`);
  });
});
