import { ListTablesCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it, vi } from 'vitest';

import type { NetworkSettings } from '../transport/socket-settings.js';
import { documentedSettings } from './__fixtures__/documented-settings.js';
import { type Scene, sent, type Sent, within } from './__fixtures__/sent-requests.js';
import { signIn } from './__fixtures__/sign-in-server.js';
import { signInTests } from './__fixtures__/sign-in-tests.js';
import { readNetworkSettings } from './read-network-settings.js';
import { SettingsSource } from './settings-source.js';

const get = { client: S3Client, command: GetObjectCommand, input: { Bucket: 'reports', Key: 'a.csv' } };
const put = { client: S3Client, command: PutObjectCommand, input: { Bucket: 'reports', Key: 'a.csv', Body: 'x' } };
const identity = { client: STSClient, command: GetCallerIdentityCommand };
const queueUrl = 'https://sqs.us-east-1.amazonaws.com/123456789012/jobs';
const message = { client: SQSClient, command: SendMessageCommand, input: { QueueUrl: queueUrl, MessageBody: 'x' } };
const tables = { client: DynamoDBClient, command: ListTablesCommand };
const accessPoint = {
  ...get,
  input: { ...get.input, Bucket: 'arn:aws:s3:us-west-2:123456789012:accesspoint/reports' },
};
const multiRegion = {
  ...get,
  input: { ...get.input, Bucket: 'arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap' },
};

const config = (...lines: string[]): Scene => ({ files: { '.aws/config': `[default]\n${lines.join('\n')}\n` } });
const environment = (name: string, value: string): Scene => ({ environment: { [name]: value } });

/** Checks that the setting has the same effect from the environment and from the profile. */
const both = async (
  name: string,
  [key, value]: readonly [string, string],
  scene: Scene,
  expected: object,
): Promise<void> => {
  const nested = key.includes('.') ? key.replace('.', ' =\n  ') : key;
  if (name) expect(await sent({ ...scene, ...environment(name, value) })).toMatchObject(expected);
  expect(await sent({ ...scene, ...config(`${nested} = ${value}`) })).toMatchObject(expected);
};

/** Checks that a setting changes nothing, whatever its value. */
const neither = async (names: readonly string[], keys: readonly string[]): Promise<void> => {
  const all = Object.fromEntries(names.map((name) => [name, 'nonsense']));
  const { headers: _signed, ...plain } = await sent({});
  expect(await sent({ environment: all, ...config(...keys.map((key) => `${key} = nonsense`)) })).toMatchObject(plain);
};

const network = (scene: Scene): Promise<NetworkSettings> =>
  within(scene, () => readNetworkSettings(new SettingsSource({})));

const sdkHeader = (request: Sent): string | undefined => request.headers['user-agent'];

const tests: Readonly<Record<string, () => Promise<void>>> = {
  ...signInTests,
  'config file': async () => {
    const files = { 'own/config': '[default]\nmax_attempts = 2\n' };
    expect(await sent({ ...environment('AWS_CONFIG_FILE', '%home%/own/config'), files })).toMatchObject({
      attempts: 2,
    });
    expect(await sent(environment('AWS_CONFIG_FILE', '/nowhere/config'))).toMatchObject({ attempts: 3 });
  },
  'credentials file': async () => {
    const files = { 'own/credentials': '[default]\nmax_attempts = 2\n' };
    const own = environment('AWS_SHARED_CREDENTIALS_FILE', '%home%/own/credentials');
    expect(await sent({ ...own, files })).toMatchObject({ attempts: 2 });
    expect(await sent(environment('AWS_SHARED_CREDENTIALS_FILE', '/nowhere'))).toMatchObject({ attempts: 3 });
  },
  profile: async () => {
    const files = { '.aws/config': '[default]\nmax_attempts = 1\n[profile two]\nmax_attempts = 2\n' };
    expect(await sent({ ...environment('AWS_PROFILE', 'two'), files, session: known })).toMatchObject({ attempts: 2 });
    expect(await sent({ ...environment('AWS_PROFILE', ''), files })).toMatchObject({ attempts: 1 });
    expect(await sent({ session: { ...known, profile: 'two' }, files })).toMatchObject({ attempts: 2 });
    const unknown = 'which does not exist in the shared config and credentials files. The profiles are default, two.';
    const { error } = await sent({ ...environment('AWS_PROFILE', 'three'), files });
    expect(error).toBe(`InvalidInputError: The environment variable AWS_PROFILE names "three", ${unknown}`);
    const chosen = await sent({ session: { profile: 'three' }, files });
    expect(chosen.error).toBe(`InvalidInputError: createSession: profile is "three", ${unknown}`);
    expect(await sent({ ...environment('AWS_PROFILE', 'three'), session: known })).toMatchObject({ attempts: 3 });
  },
  region: async () => {
    const files = { '.aws/config': '[default]\nregion = eu-north-1\n' };
    const of = async (AWS_REGION: string, AWS_DEFAULT_REGION: string): Promise<unknown> =>
      (await sent({ environment: { AWS_REGION, AWS_DEFAULT_REGION }, files })).region;
    expect([await of('eu-west-2', 'eu-west-3'), await of('', 'eu-west-3'), await of('', '')]).toEqual([
      'eu-west-2',
      'eu-west-3',
      'eu-north-1',
    ]);
    // The SDK asks the metadata service at most once a minute.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
    const metadata = { AWS_EC2_METADATA_DISABLED: '', AWS_EC2_METADATA_SERVICE_ENDPOINT: '%server%', AWS_REGION: '' };
    expect((await signIn({ environment: metadata })).text).toContain('/ap-south-1/ec2/');
    vi.useRealTimers();
  },
  'access keys': async () => {
    const lines = ['aws_access_key_id = AKIDPROFILE', 'aws_secret_access_key = not-a-secret'];
    expect(await sent({})).toMatchObject({ accessKeyId: 'AKIDENVIRONMENT' });
    const none = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
    expect(await sent({ environment: none, ...config(...lines) })).toMatchObject({ accessKeyId: 'AKIDPROFILE' });
    const files = { '.aws/config': `[profile two]\n${lines.join('\n')}\n` };
    const named = await sent({ ...environment('AWS_PROFILE', 'two'), files });
    expect(named).toMatchObject({ accessKeyId: 'AKIDENVIRONMENT' });
    expect(await sent({ files, session: { profile: 'two' } })).toMatchObject({ accessKeyId: 'AKIDPROFILE' });
  },
  'endpoint of all services': () =>
    both('AWS_ENDPOINT_URL', ['endpoint_url', 'http://127.0.0.1:4566'], get, {
      origin: 'http://127.0.0.1:4566',
      path: '/reports/a.csv?x-id=GetObject',
    }),
  'endpoint of a service': async () => {
    const url = 'http://127.0.0.1:9000';
    const global = { AWS_ENDPOINT_URL: 'http://127.0.0.1:4566' };
    const ofS3 = { environment: { ...global, AWS_ENDPOINT_URL_S3: url } };
    expect([(await sent({ ...get, ...ofS3 })).origin, (await sent(ofS3)).origin]).toEqual([
      url,
      global.AWS_ENDPOINT_URL,
    ]);
    const section = [
      'services = local',
      'endpoint_url = http://127.0.0.1:4566',
      '[services local]',
      's3 =',
      `  endpoint_url = ${url}`,
    ];
    expect([(await sent({ ...get, ...config(...section) })).origin, (await sent(config(...section))).origin]).toEqual([
      url,
      global.AWS_ENDPOINT_URL,
    ]);
    const { error } = await sent(config('services = remote', '[services local]', 's3 =', '  endpoint_url = x'));
    expect(error).toBe(
      'InvalidInputError: services of profile default in ~/.aws/config must be the name of a section [services remote] in ' +
        '~/.aws/config, which has only local.',
    );
  },
  'no endpoints': async () => {
    const host = 'ec2.eu-west-1.amazonaws.com';
    const url = { AWS_ENDPOINT_URL: 'http://127.0.0.1:4566' };
    expect((await sent({ environment: { ...url, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' } })).host).toBe(host);
    expect((await sent({ environment: url, ...config('ignore_configured_endpoint_urls = true') })).host).toBe(host);
    const session = { endpoint: 'http://127.0.0.1:1' };
    const ignored = await sent({ ...environment('AWS_IGNORE_CONFIGURED_ENDPOINT_URLS', 'true'), session });
    expect(ignored.origin).toBe(session.endpoint);
  },
  attempts: () => both('AWS_MAX_ATTEMPTS', ['max_attempts', '2'], {}, { attempts: 2 }),
  'FIPS endpoints': async () => {
    await both(
      'AWS_USE_FIPS_ENDPOINT',
      ['use_fips_endpoint', 'true'],
      {},
      { host: 'ec2-fips.eu-west-1.amazonaws.com' },
    );
    const expected = { host: 'sqs-fips.us-east-1.amazonaws.com', region: 'us-east-1' };
    await both('AWS_USE_FIPS_ENDPOINT', ['use_fips_endpoint', 'true'], message, expected);
  },
  'dual-stack endpoints': async () => {
    const setting = ['use_dualstack_endpoint', 'true'] as const;
    await both('AWS_USE_DUALSTACK_ENDPOINT', setting, {}, { host: 'ec2.eu-west-1.api.aws' });
    await both('AWS_USE_DUALSTACK_ENDPOINT', setting, message, { host: 'sqs.us-east-1.api.aws' });
  },
  'request checksums': async () => {
    expect((await sent(put)).headers).toHaveProperty('x-amz-sdk-checksum-algorithm');
    const setting = ['request_checksum_calculation', 'WHEN_REQUIRED'] as const;
    const headers = expect.not.objectContaining({ 'x-amz-sdk-checksum-algorithm': expect.anything() });
    await both('AWS_REQUEST_CHECKSUM_CALCULATION', setting, put, { headers });
  },
  'response checksums': async () => {
    expect((await sent(get)).headers).toHaveProperty('x-amz-checksum-mode');
    const setting = ['response_checksum_validation', 'when_required'] as const;
    const headers = expect.not.objectContaining({ 'x-amz-checksum-mode': expect.anything() });
    await both('AWS_RESPONSE_CHECKSUM_VALIDATION', setting, get, { headers });
  },
  proxies: async () => {
    const proxies = { HTTPS_PROXY: 'http://two:2', https_proxy: 'one:1', HTTP_PROXY: 'http://user:word@three:3' };
    expect(await network({ environment: proxies })).toEqual({
      proxies: { HTTPS_PROXY: 'http://one:1', HTTP_PROXY: proxies.HTTP_PROXY, NO_PROXY: 'localhost,127.0.0.1,::1' },
    });
  },
  'hosts without proxy': async () => {
    const environment = { HTTPS_PROXY: 'http://one:1', NO_PROXY: 'store.example, .internal' };
    const expected = { NO_PROXY: 'store.example,.internal,localhost,127.0.0.1,::1' };
    expect(await network({ environment })).toMatchObject({ proxies: expected });
  },
  'CA bundle': async () => {
    const files = { 'ca.pem': '-----BEGIN CERTIFICATE-----' };
    const expected = { ca: files['ca.pem'] };
    expect(await network({ ...environment('AWS_CA_BUNDLE', '%home%/ca.pem'), files })).toMatchObject(expected);
    const ofProfile = { ...files, '.aws/config': '[default]\nca_bundle = %home%/ca.pem\n' };
    expect(await network({ files: ofProfile })).toMatchObject(expected);
  },
  // transport/proxies.test.ts connects with it.
  'additional certificates': async () =>
    expect(await network(environment('NODE_EXTRA_CA_CERTS', '/ca.pem'))).toEqual({}),
  'endpoint of STS': async () => {
    expect(await sent(identity)).toMatchObject({ host: 'sts.eu-west-1.amazonaws.com', region: 'eu-west-1' });
    const expected = { host: 'sts.amazonaws.com', region: 'us-east-1' };
    await both('AWS_STS_REGIONAL_ENDPOINTS', ['sts_regional_endpoints', 'legacy'], identity, expected);
  },
  'S3 in us-east-1': async () => {
    const inUsEast1 = { ...get, session: { region: 'us-east-1' } };
    expect(await sent(inUsEast1)).toMatchObject({ host: 'reports.s3.us-east-1.amazonaws.com' });
    const setting = ['s3_us_east_1_regional_endpoint', 'legacy'] as const;
    await both('AWS_S3_US_EAST_1_REGIONAL_ENDPOINT', setting, inUsEast1, { host: 'reports.s3.amazonaws.com' });
  },
  'S3 addressing style': async () => {
    await both('', ['s3.addressing_style', 'path'], get, { host: 's3.eu-west-1.amazonaws.com' });
    const local = { ...get, session: { endpoint: 'http://store.example:9000' } };
    await both('', ['s3.addressing_style', 'virtual'], local, { host: 'reports.store.example' });
    await both('', ['s3.addressing_style', 'auto'], local, { host: 'store.example' });
  },
  'S3 payload signing': async () => {
    const upload = { ...put, session: { region: 'eu-west-1' } };
    expect(await sent(upload)).toMatchObject({ headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } });
    const expected = {
      headers: expect.objectContaining({ 'x-amz-content-sha256': expect.stringMatching(/^[0-9a-f]{64}$/) }),
    };
    await both('', ['s3.payload_signing_enabled', 'true'], upload, expected);
  },
  'S3 acceleration': () =>
    both('', ['s3.use_accelerate_endpoint', 'true'], get, { host: 'reports.s3-accelerate.amazonaws.com' }),
  'S3 ARN regions': async () => {
    expect(await sent(accessPoint)).toMatchObject({ region: 'us-west-2' });
    const expected = { error: expect.stringMatching(/InvalidInputError: .*eu-west-1/) };
    await both('AWS_S3_USE_ARN_REGION', ['s3_use_arn_region', 'false'], accessPoint, expected);
  },
  'S3 multi-region access points': () =>
    both('AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS', ['s3_disable_multiregion_access_points', 'true'], multiRegion, {
      error: expect.stringMatching(/InvalidInputError: .*[Mm]ulti-[Rr]egion/),
    }),
  'S3 Express sessions': async () => {
    const directory = { ...get, input: { ...get.input, Bucket: 'reports--euw1-az1--x-s3' } };
    expect((await sent(directory)).path).toContain('session');
    const setting = ['s3_disable_express_session_auth', 'true'] as const;
    await both('AWS_S3_DISABLE_EXPRESS_SESSION_AUTH', setting, directory, { path: '/a.csv?x-id=GetObject' });
  },
  'account endpoints': async () => {
    const accountId = '123456789012';
    const ofAccount = { ...tables, session: { ...known, credentials: { ...known.credentials, accountId } } };
    expect((await sent(ofAccount)).host).toBe(`${accountId}.ddb.eu-west-1.amazonaws.com`);
    const expected = { host: 'dynamodb.eu-west-1.amazonaws.com' };
    await both('AWS_ACCOUNT_ID_ENDPOINT_MODE', ['account_id_endpoint_mode', 'disabled'], ofAccount, expected);
  },
  'SigV4a regions': async () => {
    const { error } = await sent(multiRegion);
    await both('AWS_SIGV4A_SIGNING_REGION_SET', ['sigv4a_signing_region_set', 'eu-west-1'], multiRegion, { error });
  },
  'authentication schemes': async () => {
    await both('AWS_AUTH_SCHEME_PREFERENCE', ['auth_scheme_preference', 'sigv4'], {}, { region: 'eu-west-1' });
  },
  'clock correction': async () => {
    await both(
      'AWS_DISABLE_CLOCK_SKEW_CORRECTION',
      ['disable_clock_skew_correction', 'true'],
      {},
      { region: 'eu-west-1' },
    );
  },
  'application ID': async () => {
    expect(sdkHeader(await sent(environment('AWS_SDK_UA_APP_ID', 'reports')))).toContain('app/reports');
    expect(sdkHeader(await sent(config('sdk_ua_app_id = reports')))).toContain('app/reports');
  },
  'default profile': async () => {
    const files = { '.aws/config': '[profile two]\nmax_attempts = 2\n' };
    expect(await sent({ ...environment('AWS_DEFAULT_PROFILE', 'two'), files })).toMatchObject({ attempts: 3 });
  },
  'proxy of all protocols': async () => expect(await network(environment('ALL_PROXY', 'http://one:1'))).toEqual({}),
  'proxies of Node.js': async () => {
    const proxy = { HTTPS_PROXY: 'http://one:1' };
    for (const NODE_USE_ENV_PROXY of ['0', '1'])
      expect(await network({ environment: { ...proxy, NODE_USE_ENV_PROXY } })).toMatchObject({ proxies: proxy });
  },
  'retry mode': () => both('AWS_RETRY_MODE', ['retry_mode', 'adaptive'], {}, { attempts: 3 }),
  'defaults mode': () => neither(['AWS_DEFAULTS_MODE'], ['defaults_mode']),
  'socket timeout': () => neither(['AWS_ENABLE_DEFAULT_SOCKET_TIMEOUT_2026'], []),
  'CLI options': () =>
    neither(
      ['AWS_DEFAULT_OUTPUT', 'AWS_PAGER', 'AWS_CLI_AUTO_PROMPT'],
      ['output', 'cli_pager', 'cli_timestamp_format', 'parameter_validation'],
    ),
  'CLI timeouts': () => neither([], ['cli_connect_timeout', 'cli_read_timeout', 'tcp_keepalive']),
  'S3 transfers of the CLI': () => neither([], ['s3 =\n  multipart_threshold', '  use_dualstack_endpoint']),
};

const known = { credentials: { accessKeyId: 'AKIDSESSION', secretAccessKey: 'not-a-secret' } };

describe('a setting of docs/settings.md', () => {
  const documented = documentedSettings();

  it('has a test, and each test has a row', () => {
    expect(documented.map(({ name }) => name).sort()).toEqual(Object.keys(tests).sort());
  });

  it.each(documented.map(({ name }) => name))('%s: has the documented effect', (name) => tests[name]?.());
});
