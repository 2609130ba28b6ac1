import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

import { STSClient } from '@aws-sdk/nested-clients/sts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, StsClient } from './sts-client.js';

let response: { status: number; body: string };
let requests: object[];
let endpoint: string;
const server = createServer((request, answer) => {
  void text(request).then((body) => {
    const { method, url, headers } = request;
    requests.push({ method, url, type: headers['content-type'], body });
    answer.writeHead(response.status, { 'x-amzn-requestid': 'r-1' }).end(response.body);
  });
});

beforeAll(async () => {
  // The pauses between attempts are in the metadata.
  vi.spyOn(Math, 'random').mockReturnValue(0.1);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/base`;
});
afterAll(async () => {
  vi.restoreAllMocks();
  server.closeAllConnections();
  await new Promise((resolve) => void server.close(resolve));
});

interface Client {
  send(command: never): Promise<object>;
  destroy(): void;
}

/** Sends a command. Returns the requests that arrived, and the output or the error. */
const exchange = async (Type: new (configuration: never) => Client, command: object): Promise<object> => {
  requests = [];
  const credentials = { accessKeyId: 'AKIA', secretAccessKey: 'secret' };
  const client = new Type({ region: 'eu-west-1', endpoint, maxAttempts: 2, credentials } as never);
  const end = await client.send(command as never).then(
    (output) => ({ output: withoutUndefined(output) }),
    (error: Error) => ({ ...withoutUndefined(error), name: error.name, message: error.message }),
  );
  client.destroy();
  return { requests, end };
};

/** The SDK adds the namespace of the document to some errors. */
const withoutUndefined = (value: object): object =>
  JSON.parse(JSON.stringify({ ...value, xmlns: undefined })) as object;

const roleArn = 'arn:aws:iam::123456789012:role/deploy é&+';
const commands = {
  AssumeRole: [
    new AssumeRoleCommand({
      RoleArn: roleArn,
      RoleSessionName: 'ci',
      ExternalId: 'a b=c&d',
      DurationSeconds: 900,
      Policy: '{"Version":"2012-10-17"}',
      SerialNumber: undefined,
      TokenCode: '123456',
    }),
    new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: '' }),
  ],
  AssumeRoleWithWebIdentity: [
    new AssumeRoleWithWebIdentityCommand({ RoleArn: roleArn, RoleSessionName: 'pod', WebIdentityToken: 'e30.+/=~*' }),
  ],
} as const;

const namespace = 'xmlns="https://sts.amazonaws.com/doc/2011-06-15/"';
const keys =
  '<Credentials>\n  <AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>a/b+c=</SecretAccessKey>' +
  '<SessionToken>Fwo&amp;&lt;&#x41;&#66;</SessionToken><Expiration>2026-12-01T12:30:45Z</Expiration></Credentials>';
const ofRole = (name: string, result: string): string =>
  `<${name}Response ${namespace}><${name}Result>${result}</${name}Result><ResponseMetadata><RequestId>r-1</RequestId>` +
  `</ResponseMetadata></${name}Response>`;

const results: Readonly<Record<string, string>> = {
  'the keys': keys,
  'all members': `${keys}<AssumedRoleUser><AssumedRoleId>AROA:ci</AssumedRoleId><Arn>arn:aws:sts::1:assumed-role/x/ci</Arn></AssumedRoleUser><PackedPolicySize>6</PackedPolicySize>`,
  'unknown members': `${keys}<Newer><Member>1</Member></Newer>`,
  'no keys': '',
  'empty keys': '<Credentials/>',
  'a time with milliseconds': keys.replace('45Z', '45.123Z'),
  'a comment and CDATA': keys.replace('ASIA', '<!-- key --><![CDATA[AS<IA]]>'),
  'a declaration': keys,
};

const errorOf = (members: string): string =>
  `<ErrorResponse ${namespace}>\n  <Error>\n    ${members}\n  </Error>\n  <RequestId>r-1</RequestId>\n</ErrorResponse>\n`;

describe('the protocol of STS', () => {
  for (const [name, ofName] of Object.entries(commands))
    for (const [what, result] of Object.entries(results))
      it(`sends ${name} as the SDK does, and reads ${what} as the SDK does`, async () => {
        const start = what === 'a declaration' ? '<?xml version="1.0" encoding="UTF-8"?>\n' : '';
        response = { status: 200, body: start + ofRole(name, result) };
        for (const command of ofName) {
          const ours = await exchange(StsClient, command);
          expect(ours).toEqual(await exchange(STSClient, command));
          expect(ours).toMatchObject({ end: { output: {} } });
        }
      });

  it.each<[number, string]>([
    [403, '<Type>Sender</Type><Code>AccessDenied</Code><Message>User: a is not authorized &amp; so on</Message>'],
    [400, '<Type>Sender</Type><Code>MalformedPolicyDocument</Code><Message>Syntax</Message>'],
    [400, '<Type>Sender</Type><Code>ExpiredTokenException</Code><Message>Token expired</Message>'],
    [400, '<Type>Sender</Type><Code>IDPCommunicationError</Code><Message>Later</Message>'],
    [400, '<Type>Sender</Type><Code>ValidationError</Code><Message>1 error</Message>'],
    [400, '<Type>Sender</Type><Code>Throttling</Code>'],
    [500, '<Type>Receiver</Type><Code>InternalFailure</Code><Message/>'],
    [404, '<Type>Sender</Type>'],
  ])('throws the errors of the SDK: HTTP %i with %s', async (status, members) => {
    response = { status, body: errorOf(members) };
    for (const command of [commands.AssumeRole[0], commands.AssumeRoleWithWebIdentity[0]]) {
      const ours = await exchange(StsClient, command);
      expect(ours).toEqual(await exchange(STSClient, command));
      expect(ours).toMatchObject({ end: { $fault: status < 500 ? 'client' : 'server' } });
    }
  });

  it('throws for a response that is cut at any place', async () => {
    const whole = ofRole('AssumeRole', keys);
    for (let length = 1; length < whole.length; length += 7) {
      response = { status: 200, body: whole.slice(0, length) };
      expect(await exchange(StsClient, commands.AssumeRole[0])).toMatchObject({
        requests: [{}],
        end: { name: 'XmlSyntaxError' },
      });
    }
  });

  it.each([
    '<a><b></a></b>',
    '<a></a><b></b>',
    'text',
    '<a/>text',
    '<a>&unknown;</a>',
    '<a>&constructor;</a>',
    '<a>a & b</a>',
    '</a>',
    '<a b="<">',
  ])('throws for %s, without quoting it', async (body) => {
    response = { status: 200, body };
    const end = await exchange(StsClient, commands.AssumeRole[0]);
    expect(end).toMatchObject({ end: { message: expect.stringMatching(/^invalid XML at character \d+/) as string } });
  });

  it('throws for a time that is none', async () => {
    response = { status: 200, body: ofRole('AssumeRole', keys.replace('2026-12-01', 'tomorrow')) };
    expect(await exchange(StsClient, commands.AssumeRole[0])).toMatchObject({ end: { name: 'TypeError' } });
  });

  it('refuses members that it cannot write', async () => {
    const command = new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: 'ci', Tags: [] });
    expect(await exchange(StsClient, command)).toMatchObject({
      requests: [],
      end: { message: 'Tags cannot be sent' },
    });
  });
});
