import { DescribeInstances$, EC2Client } from '@aws-sdk/client-ec2';
import { GetUser$, IAMClient } from '@aws-sdk/client-iam';
import { ReceiveMessage$, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';

import { operationOfSchema } from '../middleware/serialize.js';
import { awsJson } from './aws-json.js';
import { awsQuery } from './aws-query.js';
import type { Codec } from './codec.js';
import type { LazyProtocol } from './protocol.js';

interface Client {
  readonly config: { readonly protocol: object };
}

interface SdkProtocol {
  serializeRequest(
    operation: object,
    input: object,
    serde: object,
  ): Promise<{ readonly headers: object; readonly body: unknown }>;
  deserializeResponse(operation: object, serde: object, response: object): Promise<object>;
}

const endpoint = async (): Promise<object> => ({ protocol: 'https:', hostname: 'example.com', path: '/base' });
const serdeOf = ({ config }: Client): object => Object.assign(Object.create(config) as object, { endpoint });
const operation = (schema: unknown): object => operationOfSchema(schema as never);

const region = 'eu-west-1';
const clients: Readonly<Record<string, readonly [Client, LazyProtocol, unknown, object, string]>> = {
  'EC2 query': [
    new EC2Client({ region }),
    awsQuery,
    DescribeInstances$,
    { InstanceIds: ['i-1', 'i 2'], DryRun: true },
    '<DescribeInstancesResponse><nextToken>a</nextToken></DescribeInstancesResponse>',
  ],
  query: [
    new IAMClient({ region }),
    awsQuery,
    GetUser$,
    { UserName: 'ann@example.com' },
    '<GetUserResponse><GetUserResult><User><UserName>ann</UserName></User></GetUserResult></GetUserResponse>',
  ],
  JSON: [
    new SQSClient({ region }),
    awsJson,
    ReceiveMessage$,
    { QueueUrl: 'https://example.com/1/q', AttributeNames: ['All'] },
    '{"Messages":[{"Body":"é"}]}',
  ],
};

const codecOf = async ([client, load, schema]: (typeof clients)[string]): Promise<Codec> => {
  const { codecOf: of } = await load();
  return (await of(client.config.protocol, operation(schema), serdeOf(client)))!;
};

const textOf = (body: unknown): string =>
  typeof body === 'string' ? body : new TextDecoder().decode(body as Uint8Array);

describe('a request of a protocol whose documents contain all members', () => {
  it.each(Object.entries(clients))('is that of the SDK: %s', async (_name, of) => {
    const [client, , schema, input] = of;
    const { write } = await codecOf(of);
    const sdk = client.config.protocol as SdkProtocol;
    const expected = await sdk.serializeRequest(operation(schema), input, serdeOf(client));
    for (let count = 0; count < 2; count++) {
      const ours = write(input)!;
      expect({ ...ours, body: textOf(ours.body) }).toEqual({ ...expected, body: textOf(expected.body) });
    }
  });

  it('contains nothing of an earlier input that could not be written', async () => {
    const { write } = await codecOf(clients['EC2 query']!);
    const broken = {
      InstanceIds: ['i-1'],
      Filters: [
        {
          Name: {
            toString: () => {
              throw new Error('broken');
            },
          },
        },
      ],
    };
    expect(() => write(broken)).toThrow('broken');
    expect(write({})!.body).toBe('Action=DescribeInstances&Version=2016-11-15');
  });

  it('is left to the SDK with an unusual value', async () => {
    const { write } = await codecOf(clients['JSON']!);
    expect(write({ QueueUrl: 5 })).toBeUndefined();
  });
});

describe('a response of a protocol whose documents contain all members', () => {
  it.each(Object.entries(clients))('is read as by the SDK: %s', async (_name, of) => {
    const [client, , schema, , document] = of;
    const { read } = await codecOf(of);
    const sdk = client.config.protocol as SdkProtocol;
    for (const text of [document, '']) {
      const response = (): never =>
        ({ statusCode: 200, headers: { 'x-amzn-requestid': 'r-1' }, body: Buffer.from(text) }) as never;
      expect(await read(response())).toEqual(
        await sdk.deserializeResponse(operation(schema), client.config, response()),
      );
    }
  });
});
