import { createHash } from 'node:crypto';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

import { describe, expect, it } from 'vitest';

import { describeInstance } from '../__fixtures__/instances.js';
import { type Scene, within } from '../settings/__fixtures__/sent-requests.js';
import { rawServer } from '../testing/raw-server.js';
import { createSession } from '../session/create-session.js';
import type { SessionOptions } from '../session/session.js';
import { awsHost, proxyServer, tlsServer } from './__fixtures__/tunnel.js';

const found =
  '<DescribeInstancesResponse><reservationSet><item><instancesSet><item><instanceId>i-1</instanceId><instanceState>' +
  '<name>running</name></instanceState></item></instancesSet></item></reservationSet></DescribeInstancesResponse>';

/** Calls with a session of an environment, without proxies and certificates of the machine. */
const state = (
  environment: Readonly<Record<string, string>>,
  { cert = '', files = {}, ...options }: SessionOptions & Pick<Scene, 'files'> & { readonly cert?: string } = {},
): Promise<string> =>
  within({ environment, files: { 'ca.pem': cert, ...files } }, async () => {
    const credentials = { accessKeyId: 'AKIDSESSION', secretAccessKey: 'not-a-secret' };
    await using session = createSession({ region: 'eu-west-1', credentials, maxAttempts: 1, ...options });
    return describeInstance('i-1', { session }).then(
      (instance) => instance.state,
      (error: Error) => `${error.name}: ${error.message}`,
    );
  });

const bundle = { AWS_CA_BUNDLE: '%home%/ca.pem' };

describe('a proxy of the environment', () => {
  it.each(['HTTPS_PROXY', 'https_proxy'])('receives requests to AWS through a tunnel: %s', async (name) => {
    await using aws = await tlsServer(found);
    await using proxy = await proxyServer({ port: aws.port });
    const environment = { ...bundle, [name]: `http://user:pass%20word@127.0.0.1:${proxy.port}` };
    expect(await state(environment, { cert: aws.cert })).toBe('running');
    const authorization = `Basic ${Buffer.from('user:pass word').toString('base64')}`;
    expect(proxy.seen).toEqual([{ target: `${awsHost}:443`, authorization }]);
  });

  it.each([
    [
      'sts.eu-west-1.amazonaws.com:443',
      { AWS_WEB_IDENTITY_TOKEN_FILE: '%home%/ca.pem', AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/deploy' },
      '',
    ],
    [
      'portal.sso.eu-west-1.amazonaws.com:443',
      {},
      'sso_start_url = https://work.example\nsso_region = eu-west-1\nsso_account_id = 123456789012\nsso_role_name = reader',
    ],
  ])('receives the requests of a sign-in: %s', async (target, environment, profile) => {
    await using proxy = await proxyServer({ status: '403 Forbidden' });
    const url = `http://user:marker@127.0.0.1:${proxy.port}`;
    const token = JSON.stringify({ accessToken: 'sso-token', expiresAt: '2099-01-01T00:00:00Z' });
    const files = {
      '.aws/config': `[default]\n${profile}\n`,
      [`.aws/sso/cache/${createHash('sha1').update('https://work.example').digest('hex')}.json`]: token,
    };
    const text = await state({ HTTPS_PROXY: url, ...environment }, { credentials: undefined, cert: 'token', files });
    expect(proxy.seen.map((each) => each.target)).toContain(target);
    expect(text).toMatch(/^CredentialsError: .*403 Forbidden/);
    expect(text).not.toContain('marker');
  });

  it('may be written without a scheme', async () => {
    await using aws = await tlsServer(found);
    await using proxy = await proxyServer({ port: aws.port });
    expect(await state({ ...bundle, HTTPS_PROXY: `127.0.0.1:${proxy.port}` }, { cert: aws.cert })).toBe('running');
  });

  it('receives requests to endpoints without TLS if HTTP_PROXY names it', async () => {
    await using proxy = await proxyServer({ status: '502 Bad Gateway' });
    const url = `http://127.0.0.1:${proxy.port}`;
    await state({ HTTP_PROXY: url }, { endpoint: 'http://store.example:9000' });
    await state({ HTTPS_PROXY: url }, { endpoint: 'http://nowhere.invalid' });
    expect(proxy.seen.map(({ target }) => target)).toEqual(['http://store.example:9000/']);
  });

  it.each([
    ['nowhere.invalid', 'http://nowhere.invalid'],
    ['.invalid', 'http://nowhere.invalid'],
    ['other.example, nowhere.invalid', 'http://nowhere.invalid'],
    ['*', 'http://nowhere.invalid'],
    ['', 'http://127.0.0.1:1'],
    ['', 'http://localhost:1'],
  ])('receives no requests to a host of NO_PROXY, nor to this machine: %o, %s', async (exceptions, endpoint) => {
    await using proxy = await proxyServer({ status: '502 Bad Gateway' });
    const environment = { HTTP_PROXY: `http://127.0.0.1:${proxy.port}`, NO_PROXY: exceptions };
    expect(await state(environment, { endpoint })).toMatch(/^ConnectionError: .*(?:ENOTFOUND|ECONNREFUSED|EAI_AGAIN)/);
    expect(proxy.seen).toEqual([]);
  });

  it.each([
    ['refuses the tunnel', '407 Proxy Authentication Required', /407 Proxy Authentication Required/],
    ['has no way to AWS', '502 Bad Gateway', /502 Bad Gateway/],
  ])('is named without its password if it %s', async (_what, status, words) => {
    await using proxy = await proxyServer({ status });
    const text = await state({ HTTPS_PROXY: `http://user:marker@127.0.0.1:${proxy.port}` });
    expect(text).toMatch(/^ConnectionError: describeInstance: no response from AWS/);
    expect(text).toMatch(words);
    expect(text).toContain('Check the proxy in HTTPS_PROXY, and the hosts in NO_PROXY.');
    expect(text).toContain(`127.0.0.1:${proxy.port}`);
    expect(text).not.toContain('marker');
  });

  it('that does not answer is an error of the connection', async () => {
    const text = await state({ HTTPS_PROXY: 'http://user:marker@127.0.0.1:1' });
    expect(text).toMatch(/^ConnectionError: .*connect ECONNREFUSED 127\.0\.0\.1:1/);
    expect(text).not.toContain('marker');
  });

  it('that never opens the tunnel ends with the timeout for connecting', async () => {
    await using proxy = await rawServer('silence');
    const environment = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` };
    const text = await state(environment, { timeouts: { connectMs: 100 } });
    expect(text).toMatch(/^DeadlineError: describeInstance: No connection within 100 ms/);
    await proxy.drained();
  });

  it.each(['socks5://user:marker@127.0.0.1:1080', 'http://', 'http://user:marker@ 127.0.0.1'])(
    'must be an HTTP proxy: %s',
    async (url) => {
      expect(await state({ https_proxy: url })).toBe(
        'InvalidInputError: The environment variable https_proxy must be the URL of an HTTP proxy such as ' +
          'http://proxy.example.com:3128 (got a value that is not shown).',
      );
    },
  );
});

describe('the certificates of a session', () => {
  it('are those of AWS_CA_BUNDLE, or of ca_bundle in the profile', async () => {
    await using aws = await tlsServer(found);
    const endpoint = `https://127.0.0.1:${aws.port}`;
    expect(await state({}, { endpoint })).toMatch(/^ConnectionError: .*self-signed certificate/);
    expect(await state(bundle, { endpoint, cert: aws.cert })).toBe('running');
  });

  it('are otherwise those that Node.js trusts, also by NODE_EXTRA_CA_CERTS', async () => {
    await using aws = await tlsServer(found);
    const before = getCACertificates('default');
    setDefaultCACertificates([...before, aws.cert]);
    expect(await state({}, { endpoint: `https://127.0.0.1:${aws.port}` })).toBe('running');
    setDefaultCACertificates(before);
  });

  it.each([
    ['/nowhere/ca.pem', /"\/nowhere\/ca\.pem": ENOENT/],
    ['%home%/ca.pem', /ca\.pem": it contains no certificate/],
  ])('must be a file in PEM format: %s', async (path, reason) => {
    const text = await state({ AWS_CA_BUNDLE: path }, { endpoint: 'https://127.0.0.1:1' });
    expect(text).toMatch(/^InvalidInputError: The environment variable AWS_CA_BUNDLE must be a file of certificates/);
    expect(text).toMatch(reason);
  });
});
