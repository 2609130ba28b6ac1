import { HttpRequest } from '@smithy/core/protocols';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Context, Middleware } from './middleware.js';
import { sign } from './sign.js';

const keys = { accessKeyId: 'AKIAFIRST', secretAccessKey: 'secret' };
const laterKeys = { accessKeyId: 'AKIALATER', secretAccessKey: 'secret' };
const request = new HttpRequest({
  method: 'GET',
  hostname: 'example.com',
  path: '/a',
  headers: { host: 'example.com' },
});
const response = { statusCode: 200, headers: {} };

const signer = {
  service: 'ec2',
  uriEscapePath: true,
  regionProvider: async () => 'eu-west-1',
  credentialProvider: async () => laterKeys,
};

interface Sent {
  readonly headers: Readonly<Record<string, string>>;
}

/** Signs requests with the configuration of a client, as for attempts of one call. */
const signing = (configuration: object = {}, selection: object = {}, further: Context = {}) => {
  const sent: Sent[] = [];
  const bySdk = vi.fn(() => async () => ({ response: 'by the SDK' }));
  const handlers = {
    errorHandler: () => (error: unknown) => {
      throw new Error('with the clock', { cause: error });
    },
    successHandler: vi.fn(),
  };
  const { properties = {}, ...own } = selection as { readonly properties?: object };
  const selected = {
    httpAuthOption: { schemeId: 'aws.auth#sigv4', signingProperties: properties },
    identity: keys,
    signer: handlers,
    ...own,
  };
  const { selectedHttpAuthScheme = selected, eventStream, ...others } = further;
  const context: Context = { __smithy_context: { selectedHttpAuthScheme, eventStream }, ...others };
  const config = { signer: async () => signer, systemClockOffset: 3_600_000, ...configuration };
  const layer = sign({ config, commandClass: {}, middleware: bySdk as unknown as Middleware }) as Middleware;
  const attempt = async (error?: Error): Promise<unknown> => {
    const next = async ({ request: own }: { request: Sent }): Promise<object> => {
      sent.push(own);
      if (error) throw error;
      return { response };
    };
    return layer(next as never, context)({ request } as never);
  };
  return { attempt, sent, bySdk, handlers, properties };
};

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 30, 12) }));
afterEach(() => void vi.useRealTimers());

describe('the signature of an attempt', () => {
  it('is for the region and the service of the signer, with the corrected clock, if the endpoint names none', async () => {
    const { attempt, sent, handlers, properties } = signing();
    expect(await attempt()).toEqual({ response });
    expect(sent[0]?.headers).toMatchObject({
      'x-amz-date': '20261130T130000Z',
      authorization: expect.stringContaining('Credential=AKIAFIRST/20261130/eu-west-1/ec2/aws4_request') as string,
    });
    expect(properties).toMatchObject({
      _skipClockSkewSampling: false,
      _preRequestSystemClockOffset: 3_600_000,
      _requestSentAt: Date.now(),
    });
    expect(handlers.successHandler).toHaveBeenCalledWith(response, properties);
  });

  it('is for the region and the service that the endpoint names', async () => {
    const { attempt, sent } = signing({}, { properties: { signingRegion: 'us-east-1', signingName: 's3' } });
    await attempt();
    expect(sent[0]?.headers['authorization']).toContain('/us-east-1/s3/aws4_request');
  });

  it('is made with the clock of the machine if it must not be corrected', async () => {
    const { attempt, sent, properties } = signing({ disableClockSkewCorrection: async () => true });
    await attempt();
    expect(sent[0]?.headers['x-amz-date']).toBe('20261130T120000Z');
    expect(properties).toEqual({ _disableClockSkewCorrection: true, _skipClockSkewSampling: true });
  });

  it("is made with the signer for one region if the client has one for each, as S3's", async () => {
    const { attempt, sent } = signing({ signer: async () => ({ sigv4Signer: { ...signer, service: 's3' } }) });
    await attempt();
    expect(sent[0]?.headers['authorization']).toContain('/eu-west-1/s3/aws4_request');
  });

  it('is made with the selected credentials first, then with the current ones', async () => {
    const { attempt, sent } = signing();
    await expect(attempt(new Error('reset'))).rejects.toThrow('with the clock');
    await attempt();
    expect(sent.map(({ headers }) => /Credential=(\w+)/.exec(headers['authorization'] ?? '')?.[1])).toEqual([
      'AKIAFIRST',
      'AKIALATER',
    ]);
  });
});

it.each<[string, object, Context]>([
  ['without a selection', {}, { selectedHttpAuthScheme: null }],
  ['with another scheme', { httpAuthOption: { schemeId: 'aws.auth#sigv4a' } }, {}],
  [
    'for several regions',
    { httpAuthOption: { schemeId: 'aws.auth#sigv4', signingProperties: { signingRegion: '*' } } },
    {},
  ],
  ['of an endpoint for several regions', {}, { authSchemes: [{ name: 'sigv4a' }, { name: 'sigv4' }] }],
  ['to a directory bucket', {}, { s3ExpressIdentity: {} }],
  ['with an event stream', {}, { eventStream: { output: true } }],
])('the SDK signs a request %s', async (_title, selection, context) => {
  const { attempt, sent, bySdk } = signing({}, selection, context);
  expect(await attempt()).toEqual({ response: 'by the SDK' });
  expect(bySdk).toHaveBeenCalledOnce();
  expect(sent).toEqual([]);
});
