import { createHash } from 'node:crypto';

import { expect } from 'vitest';

import { signIn } from './sign-in-server.js';

const profile = (...lines: string[]): Readonly<Record<string, string>> => ({
  '.aws/config': `[default]\nendpoint_url = %server%\n${lines.join('\n')}\n`,
});
const roleArn = 'arn:aws:iam::123456789012:role/deploy';
const keys = { accessKeyId: 'AKIDPROCESS', secretAccessKey: 'not-a-secret' };

/** Tests of the rows of docs/settings.md about credentials that are requested. */
export const signInTests: Readonly<Record<string, () => Promise<void>>> = {
  'role of a profile': async () => {
    const files = profile(
      `role_arn = ${roleArn}`,
      'source_profile = base',
      'external_id = external-1',
      'role_session_name = reports',
      'duration_seconds = 900',
      '[profile base]',
      'aws_access_key_id = AKIDBASE',
      'aws_secret_access_key = not-a-secret',
    );
    const { accessKeyId, text } = await signIn({ files });
    expect(accessKeyId).toBe('AKIDASSUMEROLE');
    expect(text).toMatch(/RoleSessionName=reports/);
    expect(text).toMatch(/ExternalId=external-1/);
    const environment = { AWS_ACCESS_KEY_ID: 'AKIDENVIRONMENT', AWS_SECRET_ACCESS_KEY: 'not-a-secret' };
    const ofSource = profile('[profile role]', `role_arn = ${roleArn}`, 'credential_source = Environment');
    const bySource = await signIn({ environment, files: ofSource }, { profile: 'role' });
    expect(bySource.accessKeyId).toBe('AKIDASSUMEROLE');
    const ownEndpoint = {
      '.aws/config': ofSource['.aws/config']!.replace('[profile role]', '[profile role]\nendpoint_url = %server%'),
    };
    const atEndpoint = { environment: { ...environment, AWS_ENDPOINT_URL: '' }, files: ownEndpoint };
    expect((await signIn(atEndpoint, { profile: 'role' })).accessKeyId).toBe('AKIDASSUMEROLE');
  },
  'web identity': async () => {
    const files = { token: 'web-identity-token' };
    const environment = {
      AWS_WEB_IDENTITY_TOKEN_FILE: '%home%/token',
      AWS_ROLE_ARN: roleArn,
      AWS_ROLE_SESSION_NAME: 'pod-1',
    };
    const { accessKeyId, text } = await signIn({ environment, files });
    expect(accessKeyId).toBe('AKIDASSUMEROLEWITHWEBIDENTITY');
    expect(text).toMatch(/RoleSessionName=pod-1/);
    const ofProfile = profile(`role_arn = ${roleArn}`, 'web_identity_token_file = %home%/token');
    const fromProfile = await signIn({ files: { ...files, ...ofProfile } });
    expect(fromProfile.accessKeyId).toBe('AKIDASSUMEROLEWITHWEBIDENTITY');
  },
  'credential process': async () => {
    const output = JSON.stringify({ Version: 1, AccessKeyId: keys.accessKeyId, SecretAccessKey: keys.secretAccessKey });
    const files = { 'keys.json': output, ...profile('credential_process = cat %home%/keys.json') };
    expect((await signIn({ files })).accessKeyId).toBe(keys.accessKeyId);
  },
  'IAM Identity Center': async () => {
    const session = 'work';
    const cache = createHash('sha1').update(session).digest('hex');
    const token = {
      accessToken: 'sso-token',
      expiresAt: '2099-01-01T00:00:00Z',
      startUrl: 'https://work.example/start',
    };
    const files = {
      [`.aws/sso/cache/${cache}.json`]: JSON.stringify(token),
      ...profile(
        `sso_session = ${session}`,
        'sso_account_id = 123456789012',
        'sso_role_name = reader',
        `[sso-session ${session}]`,
        'sso_region = eu-west-1',
        'sso_start_url = https://work.example/start',
      ),
    };
    const { accessKeyId, requests } = await signIn({ files });
    expect(accessKeyId).toBe('AKIDSSO');
    expect(requests[0]).toMatch(/^GET \/federation\/credentials\?.*role_name=reader/);
  },
  'container credentials': async () => {
    const environment = {
      AWS_CONTAINER_CREDENTIALS_FULL_URI: '%server%/keys',
      AWS_CONTAINER_AUTHORIZATION_TOKEN: 'one',
    };
    const { accessKeyId, text } = await signIn({ environment });
    expect(accessKeyId).toBe('AKIDCONTAINER');
    expect(text).toContain('"authorization":"one"');
    const ofFile = {
      AWS_CONTAINER_CREDENTIALS_FULL_URI: '%server%/keys',
      AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: '%home%/two',
    };
    expect((await signIn({ environment: ofFile, files: { two: 'two' } })).text).toContain('"authorization":"two"');
  },
  'instance metadata': async () => {
    const environment = { AWS_EC2_METADATA_DISABLED: '', AWS_EC2_METADATA_SERVICE_ENDPOINT: '%server%' };
    const { accessKeyId, requests } = await signIn({ environment });
    expect(accessKeyId).toBe('AKIDINSTANCE');
    expect(requests[0]).toBe('PUT /latest/api/token');
    const off = await signIn({ environment: { ...environment, AWS_EC2_METADATA_DISABLED: 'true' } });
    expect([off.requests, off.error]).toEqual([[], expect.stringMatching(/^CredentialsError: /)]);
  },
};
