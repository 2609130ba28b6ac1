import type { IncomingHttpHeaders } from 'node:http';

import {
  AssumeRoleCommand as SdkAssumeRole,
  AssumeRoleWithWebIdentityCommand as SdkAssumeRoleWithWebIdentity,
  STSClient,
} from '@aws-sdk/nested-clients/sts';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { recordingServer, type RecordingServer } from '../__fixtures__/recording-server.js';
import { SigningHash } from '../signing-hash.js';
import { StsClient, stsCommands } from './sts-client.js';

let response: { status: number; body: string };
let server: RecordingServer;

beforeAll(async () => {
  // The pauses between attempts are in the metadata.
  vi.spyOn(Math, 'random').mockReturnValue(0.1);
  server = await recordingServer(() => ({ ...response, headers: { 'x-amzn-requestid': 'r-1' } }));
});
afterAll(async () => {
  vi.restoreAllMocks();
  await server[Symbol.asyncDispose]();
});

interface Client {
  send(command: never): Promise<object>;
  destroy(): void;
}

/** Settings that a session passes to its clients. */
const settings = {
  region: 'eu-west-1',
  maxAttempts: 2,
  credentials: { accessKeyId: 'AKIA', secretAccessKey: 'secret', sessionToken: 'token' },
  sha256: SigningHash,
  authSchemePreference: async () => [],
  disableClockSkewCorrection: async () => false,
  useFipsEndpoint: async () => false,
  useDualstackEndpoint: async () => false,
  serviceConfiguredEndpoint: async () => undefined,
  userAgentAppId: async () => 'shop',
};

/** Sends a command. Returns the requests that arrived, and the output or the error. */
const exchange = async (Type: new (configuration: never) => Client, command: object): Promise<object> => {
  server.requests.length = 0;
  const client = new Type({
    ...settings,
    endpoint: `${server.url}/base`,
    requestHandler: new NodeHttpHandler(),
  } as never);
  const end = await client.send(command as never).then(
    (output) => ({ output: withoutUndefined(output) }),
    (error: Error) => ({ ...withoutUndefined(error), name: error.name, message: error.message }),
  );
  client.destroy();
  const requests = server.requests.map(({ headers, ...request }) => ({ ...request, headers: comparable(headers) }));
  return { requests, end };
};

/** Headers of a request that do not change with the time and the version of the SDK. */
const comparable = (headers: IncomingHttpHeaders): object =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !/^(?:amz-sdk-invocation-id|x-amz-date)$/.test(name))
      .map(([name, value]) => [
        name,
        String(value)
          .replace(/Signature=.*/, '')
          .replaceAll(/([#/])3\.[.\d]+/g, '$13'),
      ]),
  );

/** The SDK adds the namespace of the document to some errors. */
const withoutUndefined = (value: object): object =>
  JSON.parse(JSON.stringify({ ...value, xmlns: undefined })) as object;

const roleArn = 'arn:aws:iam::123456789012:role/deploy é&+';
const inputs = {
  AssumeRole: [
    {
      RoleArn: roleArn,
      RoleSessionName: 'ci',
      ExternalId: 'a b=c&d',
      DurationSeconds: 900,
      Policy: '{"Version":"2012-10-17"}',
      SerialNumber: undefined,
      TokenCode: '123456',
    },
    { RoleArn: roleArn, RoleSessionName: '' },
  ],
  AssumeRoleWithWebIdentity: [{ RoleArn: roleArn, RoleSessionName: 'pod', WebIdentityToken: 'e30.+/=~*' }],
};
type Name = keyof typeof inputs;

/** Sends an input with our client. */
const ours = (name: Name, input: object): Promise<object> => {
  const Command: new (input: never) => object = stsCommands()[`${name}Command`];
  return exchange(StsClient, new Command(input as never));
};

/** Sends an input with the SDK's client. */
const sdks = (name: Name, input: object): Promise<object> => {
  const Command: new (input: never) => object = name === 'AssumeRole' ? SdkAssumeRole : SdkAssumeRoleWithWebIdentity;
  return exchange(STSClient, new Command(input as never));
};

const namespace = 'xmlns="https://sts.amazonaws.com/doc/2011-06-15/"';
const keys =
  '<Credentials>\n  <AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>a/b+c=</SecretAccessKey>' +
  '<SessionToken>Fwo&amp;&lt;&#x41;&#66;</SessionToken><Expiration>2026-12-01T12:30:45Z</Expiration></Credentials>';
const ofRole = (name: string, result: string): string =>
  `<${name}Response ${namespace}><${name}Result>${result}</${name}Result><ResponseMetadata><RequestId>r-1</RequestId>` +
  `</ResponseMetadata></${name}Response>`;

const results: Readonly<Record<string, string>> = {
  'the keys': keys,
  'all members': `${keys}<AssumedRoleUser><AssumedRoleId>AROA:ci</AssumedRoleId><Arn>arn:aws:sts::1:assumed-role/x/ci</Arn></AssumedRoleUser><PackedPolicySize>6</PackedPolicySize><SourceIdentity>tom</SourceIdentity>`,
  'unknown members': `${keys}<Newer><Member>1</Member></Newer>`,
  'no keys': '',
  'empty keys': '<Credentials/>',
  'a time with milliseconds': keys.replace('45Z', '45.123Z'),
  'a comment and CDATA': keys.replace('ASIA', '<!-- key --><![CDATA[AS<IA]]>'),
  'a declaration': keys,
};

const errorOf = (members: string): string =>
  `<ErrorResponse ${namespace}>\n  <Error>\n    ${members}\n  </Error>\n  <RequestId>r-1</RequestId>\n</ErrorResponse>\n`;

describe('the client of STS', () => {
  for (const [name, ofName] of Object.entries(inputs) as readonly [Name, readonly object[]][])
    for (const [what, result] of Object.entries(results))
      it(`sends ${name} as the SDK does, and reads ${what} as the SDK does`, async () => {
        const start = what === 'a declaration' ? '<?xml version="1.0" encoding="UTF-8"?>\n' : '';
        response = { status: 200, body: start + ofRole(name, result) };
        for (const input of ofName) {
          const own = await ours(name, input);
          expect(own).toEqual(await sdks(name, input));
          expect(own).toMatchObject({ end: { output: {} } });
        }
      });

  it.each<[number, string]>([
    [403, '<Type>Sender</Type><Code>AccessDenied</Code><Message>User: a is not authorized &amp; so on</Message>'],
    [400, '<Type>Sender</Type><Code>MalformedPolicyDocument</Code><Message>Syntax</Message>'],
    [400, '<Type>Sender</Type><Code>PackedPolicyTooLarge</Code><Message>120 %</Message>'],
    [403, '<Type>Sender</Type><Code>IDPRejectedClaim</Code><Message>Audience</Message>'],
    [400, '<Type>Sender</Type><Code>InvalidIdentityToken</Code><Message>Signature</Message>'],
    [403, '<Type>Sender</Type><Code>RegionDisabledException</Code><Message>Region</Message>'],
    [400, '<Type>Sender</Type><Code>ExpiredTokenException</Code><Message>Token expired</Message>'],
    [400, '<Type>Sender</Type><Code>IDPCommunicationError</Code><Message>Later</Message>'],
    [400, '<Type>Sender</Type><Code>ValidationError</Code><Message>1 error</Message>'],
    [400, '<Type>Sender</Type><Code>Throttling</Code>'],
    [500, '<Type>Receiver</Type><Code>InternalFailure</Code><Message/>'],
    [404, '<Type>Sender</Type>'],
  ])('throws the errors of the SDK: HTTP %i with %s', async (status, members) => {
    response = { status, body: errorOf(members) };
    for (const name of ['AssumeRole', 'AssumeRoleWithWebIdentity'] as const) {
      const own = await ours(name, inputs[name][0]!);
      expect(own).toEqual(await sdks(name, inputs[name][0]!));
      expect(own).toMatchObject({ end: { $fault: status < 500 ? 'client' : 'server' } });
    }
  });

  it('throws for a response that is cut at any place', async () => {
    const whole = ofRole('AssumeRole', keys);
    for (let length = 1; length < whole.length; length += 7) {
      response = { status: 200, body: whole.slice(0, length) };
      expect(await ours('AssumeRole', inputs.AssumeRole[0]!)).toMatchObject({
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
    const end = await ours('AssumeRole', inputs.AssumeRole[0]!);
    expect(end).toMatchObject({ end: { message: expect.stringMatching(/^invalid XML at character \d+/) as string } });
  });

  it('throws for a time that is none', async () => {
    response = { status: 200, body: ofRole('AssumeRole', keys.replace('2026-12-01', 'tomorrow')) };
    expect(await ours('AssumeRole', inputs.AssumeRole[0]!)).toMatchObject({ end: { name: 'TypeError' } });
  });

  it.each([
    [false, 'AssumeRole', 'sts.eu-west-1.amazonaws.com', '/eu-west-1/sts/'],
    [true, 'AssumeRole', 'sts.amazonaws.com', '/us-east-1/sts/'],
    [true, 'AssumeRoleWithWebIdentity', 'sts.amazonaws.com', undefined],
  ] as const)('with the legacy setting %s, sends %s to %s', async (isLegacy, name, host, scope) => {
    const sent: { readonly hostname: string; readonly headers: Readonly<Record<string, string>> }[] = [];
    const client = new StsClient({
      ...settings,
      useGlobalEndpoint: async () => isLegacy,
      requestHandler: { handle: async (request: never) => Promise.reject(new Error(`sent ${sent.push(request)}`)) },
    });
    const Command: new (input: never) => object = stsCommands()[`${name}Command`];
    await expect(client.send(new Command(inputs[name][0] as never) as never)).rejects.toThrow('sent 1');
    expect(sent[0]?.hostname).toBe(host);
    expect(/\/[\w-]+\/sts\//.exec(sent[0]?.headers['authorization'] ?? '')?.[0]).toBe(scope);
  });
});
