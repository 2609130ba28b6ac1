import { Readable } from 'node:stream';

import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';

import { call } from '../any-command/call.js';
import type { CommandType } from '../declaration/command-type.js';
import type { ArchEvent } from '../events/arch-event.js';
import { FakeClock } from '../testing/index.js';
import { sendRequest } from '../declaration/send.js';
import { createSession } from '../session/create-session.js';
import { internalsOf } from '../session/session-internals.js';
import type { Session, SessionOptions } from '../session/session.js';
import { presignRequest, type PresignedRequest } from '../signing/presign-request.js';
import { run } from './run.js';
import type { TransportRequest } from '../transport/transport.js';

const Bucket = 'reports';
const object = { Bucket, Key: 'a.csv' };

interface Scene {
  readonly session: Session;
  /** Region of the host and region of the signature of each request. */
  readonly sent: readonly string[];
  readonly events: readonly ArchEvent[];
}

/** A session in us-east-1 with an S3 that has all buckets in `home`, and reports it with `status`. */
const sceneOf = (status: number, options: SessionOptions = {}, home: () => string = () => 'eu-west-1'): Scene => {
  const sent: string[] = [];
  const events: ArchEvent[] = [];
  const code = status === 301 ? 'PermanentRedirect' : 'AuthorizationHeaderMalformed';
  const handle = async ({ hostname, method, headers }: TransportRequest) => {
    const signed = /Credential=\w+\/\d+\/([^/]+)/.exec(headers['authorization'] ?? '')?.[1] ?? '';
    sent.push(`${/s3\.([^.]+)\.amazonaws/.exec(hostname)?.[1] ?? hostname} ${signed}`);
    const isHome = signed === home();
    const error = `<Error><Code>${code}</Code><Message>The bucket is elsewhere.</Message></Error>`;
    const body = method === 'HEAD' ? '' : isHome ? (method === 'GET' ? listed : '') : error;
    const statusCode = isHome ? 200 : status;
    return {
      response: { statusCode, headers: { 'x-amz-bucket-region': home() }, body: Readable.from([Buffer.from(body)]) },
    };
  };
  const session = createSession({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-a-secret' },
    transport: { handle, destroy: () => undefined },
    clock: new FakeClock(),
    onEvent: (event) => void events.push(event),
    ...options,
  });
  return { session, sent, events };
};

const listed = '<ListBucketResult><Name>reports</Name><KeyCount>0</KeyCount></ListBucketResult>';

type Send = (session: Session, command: unknown, input: object) => Promise<unknown>;

const s3 = {
  id: 'S3',
  client: S3Client,
  prefix: 's3',
  arns: {},
  errors: {},
  documentation: 'https://docs.aws.amazon.com/',
};

const byThisLibrary: Send = (session, command, input) => {
  const internals = internalsOf(session);
  const declaration = { name: 'send', service: s3, command: command as CommandType };
  return run({ name: 'send', session: internals, options: {}, timeoutMs: 60_000 }, () =>
    sendRequest(declaration, input, internals),
  );
};

const bySdk: Send = (session, command, input) => call(S3Client, command as CommandType, input as never, { session });

const commands: readonly (readonly [string, unknown, object])[] = [
  ['GET', ListObjectsV2Command, { Bucket }],
  ['GET', GetObjectCommand, object],
  ['HEAD', HeadObjectCommand, object],
  ['PUT', PutObjectCommand, { ...object, Body: 'text' }],
];

describe.each([
  ["with the SDK's middleware", bySdk],
  ['with that of this library', byThisLibrary],
])('a bucket in another region, %s,', (_way, send) => {
  it.each(commands.flatMap((each) => [301, 400].map((status) => [...each, status] as const)))(
    'is followed once and remembered: %s, %o, %o, status %i',
    async (_method, command, input, status) => {
      const { session, sent, events } = sceneOf(status);
      await send(session, command, input);
      await send(session, command, input);
      await send(session.in('us-west-2'), command, input);
      expect(sent).toEqual(['us-east-1 us-east-1', ...Array.from({ length: 3 }, () => 'eu-west-1 eu-west-1')]);
      expect(events.filter(({ type }) => type === 'redirect')).toMatchObject([
        { bucket: Bucket, fromRegion: 'us-east-1', toRegion: 'eu-west-1', operation: expect.any(String) },
      ]);
    },
  );

  it('does not change the region of concurrent requests about other buckets', async () => {
    const { session, sent } = sceneOf(301);
    const others = Array.from({ length: 5 }, (_, index) =>
      send(session, HeadObjectCommand, { ...object, Bucket: `bucket-${index}` }),
    );
    await Promise.all([send(session, HeadObjectCommand, object), ...others]);
    expect(sent.filter((each) => each === 'us-east-1 us-east-1')).toHaveLength(6);
    expect(sent.filter((each) => each === 'eu-west-1 eu-west-1')).toHaveLength(6);
  });

  it('is followed again after it was created in yet another region', async () => {
    let home = 'eu-west-1';
    const { session, sent } = sceneOf(301, {}, () => home);
    await send(session, HeadObjectCommand, object);
    home = 'ap-south-1';
    await send(session, HeadObjectCommand, object);
    expect(sent.map((each) => each.split(' ')[1])).toEqual(['us-east-1', 'eu-west-1', 'eu-west-1', 'ap-south-1']);
  });

  it('is signed for at an endpoint that the session sets', async () => {
    const { session, sent } = sceneOf(301, { endpoint: 'http://store.example' });
    await send(session, HeadObjectCommand, object);
    expect(sent).toEqual(['store.example us-east-1', 'store.example eu-west-1']);
  });

  it.each([301, 400])('is an error that names the region with followRegion: false: status %i', async (status) => {
    const { session, sent } = sceneOf(status, { followRegion: false });
    await expect(send(session, GetObjectCommand, object)).rejects.toThrow();
    expect(sent).toEqual(['us-east-1 us-east-1']);
  });

  it('is an error if the server reports another region each time', async () => {
    let count = 0;
    const { session, sent } = sceneOf(301, {}, () => `eu-west-${++count}`);
    await expect(send(session, HeadObjectCommand, object)).rejects.toThrow();
    expect(sent).toHaveLength(2);
  });

  it('is remembered, but not followed with a stream, which can be read only once', async () => {
    const { session, sent } = sceneOf(301);
    const put = (): Promise<unknown> =>
      send(session, PutObjectCommand, { ...object, Body: Readable.from([Buffer.from('text')]), ContentLength: 4 });
    await expect(put()).rejects.toThrow();
    await put();
    expect(sent).toEqual(['us-east-1 us-east-1', 'eu-west-1 eu-west-1']);
  });

  it('is not followed after another error of a store that always reports a region', async () => {
    let count = 0;
    const body = '<Error><Code>InvalidArgument</Code><Message>no</Message></Error>';
    const headers = { 'x-amz-bucket-region': 'us-east-1' };
    const handle = async () => {
      count += 1;
      return { response: { statusCode: 400, headers, body: Readable.from([Buffer.from(body)]) } };
    };
    const { session } = sceneOf(400, { region: 'auto', transport: { handle, destroy: () => undefined } });
    await expect(send(session, GetObjectCommand, object)).rejects.toThrow(/InvalidArgument/);
    expect(count).toBe(1);
  });

  it('is not followed by createBucket, which has chosen the region', async () => {
    const { session, sent } = sceneOf(400);
    await expect(send(session, CreateBucketCommand, { Bucket })).rejects.toThrow();
    expect(sent).toEqual(['us-east-1 us-east-1']);
  });

  it('does not change presigned URLs', async () => {
    const { session } = sceneOf(301);
    const sign = (): Promise<PresignedRequest> => {
      const service = { id: 'S3', client: S3Client, prefix: 's3', arns: {}, errors: {}, documentation: '' };
      const declaration = { name: 'presign', service, command: GetObjectCommand as unknown as CommandType };
      return presignRequest(declaration, { bucket: Bucket, key: 'a.csv' }, { session, expiresInSeconds: 60 });
    };
    const before = await sign();
    await send(session, HeadObjectCommand, object);
    expect((await sign()).url).toBe(before.url);
  });
});
