import { PassThrough } from 'node:stream';

import { DescribeInstancesCommand } from '@aws-sdk/client-ec2';
import { GetUserCommand } from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';

import { checkContent, checkResponse, type ReadResponse } from './check-response.js';
import type { SentOperation } from './sent-operation.js';

/** An output shape. Its members are strings by default. Traits are those of the SDK: `{ httpHeader: 'x-name' }`. */
const output = (members: Readonly<Record<string, unknown>>): unknown => {
  const schemas = Object.values(members).map((traits) => [0, traits]);
  return [3, 'test', 'Output', 0, Object.keys(members), schemas];
};
const schemaOf = (command: { readonly schema?: unknown }): readonly unknown[] => command.schema as readonly unknown[];

const sent = (protocol: string, schema: unknown, name = 'Do'): SentOperation => ({
  serviceId: 'Test',
  name,
  schema: [9, 'test', name, 0, 'unit', schema],
  input: {},
  protocol: `aws.protocols#${protocol}`,
  xmlNamespace: undefined,
});
const ec2 = sent('ec2Query', schemaOf(new DescribeInstancesCommand({}))[5], 'DescribeInstances');
const iam = sent('awsQuery', schemaOf(new GetUserCommand({}))[5], 'GetUser');
const json = sent('awsJson1_1', output({ Labels: 0 }));

const check = (
  operation: SentOperation,
  body: string,
  own: { statusCode?: number; headers?: Record<string, string> } = {},
): ReadResponse => {
  const response = { statusCode: 200, headers: {}, ...own };
  checkResponse(response, operation, Buffer.from(body));
  return response;
};

describe('a response', () => {
  it.each([
    ['as AWS writes it', ec2, '<?xml version="1.0"?>\n<DescribeInstancesResponse xmlns="x"/>'],
    ['with white space before its declaration', ec2, '\n  <?xml version="1.0"?><!-- a --><DescribeInstancesResponse/>'],
    ['with a byte order mark and a prefix', ec2, '\ufeff<ns:DescribeInstancesResponse></ns:DescribeInstancesResponse>'],
    ['without members', json, ' {} '],
    ['with one of its members', json, '{"Other":1,"Labels":"a"}'],
    ['without a document if the operation has none', sent('awsJson1_1', 'unit'), ''],
    ['with null if the operation has no document', sent('restJson1', output({ Id: { httpHeader: 'x-id' } })), 'null'],
    ['with user data', sent('restXml', output({ Body: { httpPayload: 1 } })), '[]'],
    ['of an unknown protocol', sent('rpcv2Cbor', output({ Name: 0 })), ''],
  ])('is accepted %s', (_title, operation, body) => {
    expect(check(operation, body).statusCode).toBe(200);
  });

  it.each([
    ['an empty body', ec2, '', /the response is empty \(HTTP status 200, no content type, 0 bytes\)/],
    ['an empty body', iam, ' \n', /the response is empty/],
    ['an empty body', json, '', /the response is empty/],
    [
      'an HTML page',
      ec2,
      '<!DOCTYPE html><html><p>Sign in',
      /is an HTML page.*starts with "<!DOCTYPE html><html><p>Sign in"/,
    ],
    ['an HTML page', sent('awsJson1_1', 'unit'), ' <html>', /is an HTML page/],
    ['text', ec2, 'upstream error', /is not an XML document.*; it starts with "upstream error"$/],
    [
      'another root element',
      ec2,
      '<Status>ok</Status>',
      /the root element of the response is not DescribeInstancesResponse \(/,
    ],
    ['JSON', ec2, '{"a":1}', /is not an XML document \(HTTP status 200, no content type, 7 bytes\)$/],
    ['a JSON array', json, '["a"]', /is not a JSON object \([^)]*\)$/],
    ['a JSON object of another operation', json, '{"status":"ok"}', /has no member of this operation \([^)]*\)$/],
  ])('is rejected with %s', (_title, operation, body, message) => {
    expect(() => check(operation, body)).toThrow(message);
  });

  it('may be empty with status 204', () => {
    expect(check(json, '', { statusCode: 204 }).statusCode).toBe(204);
  });

  it.each([
    ['InternalError', 500],
    ['SlowDown', 503],
    ['AccessDenied', 400],
  ])('with status 200 whose root is the error %s gets the status %i', (code, status) => {
    const s3 = sent('restXml', output({ Contents: 0 }));
    expect(check(s3, `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`).statusCode).toBe(status);
  });

  it('is quoted with 80 printable characters, but not if it may contain a secret', () => {
    const secret = sent('awsJson1_1', output({ Password: { sensitive: 1 } }));
    expect(() => check(secret, 'hunter2 is the password')).toThrow(/[^:]* bytes\)$/);
    expect(() => check(json, `a\u0000b${'x'.repeat(200)}`)).toThrow(`; it starts with "a b${'x'.repeat(77)}"`);
  });
});

describe('the response to a failed request', () => {
  it.each([
    [ec2, '<Response><Errors><Error><Code>InvalidID</Code></Error></Errors></Response>', {}],
    [iam, '<ErrorResponse><Error><Code>NoSuchEntity</Code></Error></ErrorResponse>', {}],
    [json, '{"__type":"ResourceNotFoundException"}', {}],
    [sent('restJson1', output({ Name: 0 })), '{"Message":"no"}', { 'x-amzn-errortype': 'NotFoundException' }],
    [sent('restJson1', output({ Name: 0 })), '', { 'x-amzn-errortype': 'NotFoundException' }],
    [json, '{"code":"Broken', {}],
  ])('is read by the SDK if it is an AWS error: %#', (operation, body, headers) => {
    expect(() => check(operation, body, { statusCode: 404, headers })).not.toThrow();
  });

  it.each([
    [ec2, 403, '<html>Forbidden</html>'],
    [ec2, 404, ''],
    [iam, 404, '<Error><Message>no code</Message></Error>'],
    [json, 403, '{"message":"Forbidden"}'],
    [json, 502, 'Bad Gateway'],
    [json, 302, 'moved'],
  ])('is rejected if it is not an AWS error: %#', (operation, statusCode, body) => {
    const thrown = ((): unknown => {
      try {
        return check(operation, body, { statusCode, headers: { 'x-amzn-requestid': 'r-1' } });
      } catch (error) {
        return error;
      }
    })();
    expect(thrown).toMatchObject({
      name: 'InvalidResponseError',
      message: expect.stringContaining(`the response is not an AWS error (HTTP status ${statusCode}`) as string,
      $metadata: { httpStatusCode: statusCode, requestId: 'r-1' },
    });
  });
});

describe('streamed content', () => {
  const received = (headers: Record<string, string>, body: unknown = undefined): ReadResponse => ({
    statusCode: 200,
    headers,
    body,
  });

  it.each([
    ['an object', { etag: '"a"', 'content-length': '0' }],
    ['a stored HTML page', { 'x-amz-request-id': 'r', 'content-type': 'text/html' }],
    ['content of unknown origin', { 'content-type': 'text/csv' }],
  ])('is accepted: %s', (_title, headers) => {
    expect(() => checkContent(received(headers))).not.toThrow();
  });

  it.each([
    ['is an HTML page', { 'content-type': 'text/html; charset=utf-8' }],
    ['is empty', { 'content-length': '0' }],
  ])('is rejected without AWS headers if it %s, and its connection is closed', (problem, headers) => {
    const body = new PassThrough();
    expect(() => checkContent(received(headers, body))).toThrow(`the response ${problem} and has no AWS header`);
    expect(body.destroyed).toBe(true);
    expect(() => checkContent(received(headers))).toThrow('HTTP status 200');
  });
});

describe('the end of a document', () => {
  it.each([
    '<DescribeInstancesResponse></DescribeInstancesResponse>\n',
    '<DescribeInstancesResponse><a/></DescribeInstancesResponse ><!-- end -->',
    '<DescribeInstancesResponse requestId="1" />',
    `<DescribeInstancesResponse>${'<a>b</a>'.repeat(500)}</DescribeInstancesResponse>`,
  ])('is the end of the root element: %#', (body) => {
    expect(() => check(ec2, body)).not.toThrow();
  });

  it.each([
    '<DescribeInstancesResponse><a></a>',
    '<DescribeInstancesResponse>',
    '<DescribeInstancesResponse></DescribeInstancesResponse><more/>',
    '<DescribeInstancesResponse></DescribeInstancesResponse> and more',
    '<DescribeInstancesResponse></DescribeInstancesRespon',
  ])('is missing if the document is truncated or continues: %s', (body) => {
    expect(() => check(ec2, body)).toThrow('is truncated, or continues after its document');
  });
});

describe('an HTML page with a success status', () => {
  const payload = sent('restJson1', output({ Body: { httpPayload: 1 } }));

  it('is accepted as content if AWS headers are present, and rejected otherwise', () => {
    const page = '<html>stored</html>';
    expect(() => check(payload, page, { headers: { 'x-amzn-requestid': 'r' } })).not.toThrow();
    expect(() => check(payload, page)).toThrow('is an HTML page');
    expect(() => check(sent('restXml', output({ Id: { httpHeader: 'x-id' } })), page)).toThrow('is an HTML page');
  });

  it('is described without an invalid content type', () => {
    expect(() => check(ec2, 'oops', { headers: { 'content-type': '<script>' } })).toThrow('no content type');
    expect(() => check(ec2, 'oops', { headers: { 'content-type': 'text/plain; x=1' } })).toThrow('text/plain, 4 bytes');
  });
});
