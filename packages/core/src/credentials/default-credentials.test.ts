import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { describeInstance, instancesOf } from '../__fixtures__/instances.js';
import type { ArchEvent } from '../events/arch-event.js';
import { AnswerBook } from '../testing/answer-book.js';
import { FakeTransport } from '../testing/fake-transport.js';
import { awsError, FakeClock } from '../testing/index.js';
import { createSession } from '../session/create-session.js';
import type { SessionOptions } from '../session/session.js';

let folder: string;

const config = `
[default]
region = eu-north-1
[profile staging]
region = eu-west-3
aws_access_key_id = STAGINGKEY
aws_secret_access_key = marker
[profile regionless]
aws_access_key_id = OTHERKEY
aws_secret_access_key = marker
`;
const credentialsFile = `
[default]
aws_access_key_id = DEFAULTKEY
aws_secret_access_key = marker
[old]
region = sa-east-1
aws_access_key_id = OLDKEY
aws_secret_access_key = marker
`;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arch-'));
  for (const name of Object.keys(process.env).filter((each) => each.startsWith('AWS_'))) vi.stubEnv(name, undefined);
  vi.stubEnv('HOME', folder);
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'config'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'credentials'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const writeFiles = async (): Promise<void> => {
  await writeFile(join(folder, 'config'), config);
  await writeFile(join(folder, 'credentials'), credentialsFile);
};

/** Returns the region and access key of a session's requests. */
const signer = async (options: SessionOptions = {}): Promise<readonly unknown[]> => {
  const clock = new FakeClock();
  const transport = new FakeTransport(new AnswerBook({ 'EC2:DescribeInstances': instancesOf(['i-1']) }), clock);
  await describeInstance('i-1', { session: createSession({ ...options, transport, clock }) });
  return transport.requests.flatMap(({ region, accessKeyId }) => [region, accessKeyId]);
};

describe('the default region and credentials', () => {
  it('are read anew by a new session', async () => {
    await writeFiles();
    for (const name of ['FIRSTKEY', 'SECONDKEY']) {
      vi.stubEnv('AWS_ACCESS_KEY_ID', name);
      vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'marker');
      expect(await signer()).toEqual(['eu-north-1', name]);
    }
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
    await writeFile(join(folder, 'credentials'), credentialsFile.replace('DEFAULTKEY', 'CHANGEDKEY'));
    expect(await signer({ region: 'eu-west-1' })).toEqual(['eu-west-1', 'CHANGEDKEY']);
  });

  it('come from the environment if it contains keys and a profile, with one warning per session', async () => {
    await writeFiles();
    vi.stubEnv('AWS_PROFILE', 'staging');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'ENVKEY');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'marker');
    const warn = vi.spyOn(console, 'warn');
    const events: ArchEvent[] = [];
    const clock = new FakeClock();
    const transport = new FakeTransport(new AnswerBook({ 'EC2:DescribeInstances': instancesOf(['i-1']) }), clock);
    const session = createSession({ transport, clock, onEvent: (event) => void events.push(event) });
    for (const region of ['eu-west-1', 'eu-west-2']) await describeInstance('i-1', { session, region });
    expect(transport.requests.map(({ accessKeyId }) => accessKeyId)).toEqual(['ENVKEY', 'ENVKEY']);
    expect(events.filter(({ type }) => type === 'warning')).toMatchObject([
      {
        operation: 'describeInstance',
        message: expect.stringMatching(
          /AWS_ACCESS_KEY_ID and AWS_PROFILE \(staging\)\. The keys .+ are used/,
        ) as string,
      },
    ]);
    expect(warn).not.toHaveBeenCalled();
  });

  it.each([
    [
      { AWS_ACCESS_KEY_ID: 'ENVKEY' },
      /the environment variable AWS_SECRET_ACCESS_KEY is not set, but AWS_ACCESS_KEY_ID is/,
    ],
    [
      { AWS_ACCESS_KEY_ID: 'ENVKEY', AWS_SECRET_ACCESS_KEY: 'marker', AWS_CREDENTIAL_EXPIRATION: 'tomorrow' },
      /the environment variable AWS_CREDENTIAL_EXPIRATION is not a valid Date/,
    ],
    [
      { AWS_PROFILE: 'stagin' },
      /profile stagin does not exist\. The shared files contain: default, staging, regionless, old\./,
    ],
    [{ AWS_PROFILE: '' }, undefined],
  ])('of the environment are checked: %o', async (variables, message) => {
    await writeFiles();
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    const signed = signer({ region: 'eu-west-1' });
    if (!message) return expect(await signed).toEqual(['eu-west-1', 'DEFAULTKEY']);
    await expect(signed).rejects.toMatchObject({ name: 'CredentialsError', operation: 'describeInstance' });
    await expect(signed).rejects.toThrow(message);
    await expect(signed).rejects.not.toThrow('marker');
  });

  it('are an error if a profile contains only one of the keys', async () => {
    await writeFile(join(folder, 'config'), '[profile half]\naws_access_key_id = HALFKEY\n');
    const path = join(folder, 'config');
    await expect(signer({ region: 'eu-west-1', profile: 'half' })).rejects.toThrow(
      `aws_access_key_id of profile half in ${path} is set, but aws_secret_access_key is not. Add it.`,
    );
  });

  it('are an error with the sources that were tried if there are none', async () => {
    await expect(signer({ region: 'eu-west-1' })).rejects.toThrow(
      'describeInstance: no usable credentials. Tried: the environment (AWS_ACCESS_KEY_ID is not set), profile default (it does not exist ' +
        'in the shared files), web identity (AWS_WEB_IDENTITY_TOKEN_FILE is not set), container (AWS_CONTAINER_CREDENTIALS_RELATIVE_URI ' +
        'and …_FULL_URI are not set), instance metadata (disabled by AWS_EC2_METADATA_DISABLED).',
    );
  });

  it('come from the environment', async () => {
    await writeFiles();
    vi.stubEnv('AWS_REGION', 'ap-south-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'ENVKEY');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'marker');
    expect(await signer()).toEqual(['ap-south-1', 'ENVKEY']);
  });

  it('come from the default profile of the files', async () => {
    await writeFiles();
    expect(await signer()).toEqual(['eu-north-1', 'DEFAULTKEY']);
  });

  it('come from the profile that the environment names', async () => {
    await writeFiles();
    vi.stubEnv('AWS_PROFILE', 'staging');
    expect(await signer()).toEqual(['eu-west-3', 'STAGINGKEY']);
  });

  it('come from the profile that is passed, not from the environment, without a warning', async () => {
    const warn = vi.spyOn(console, 'warn');
    await writeFiles();
    vi.stubEnv('AWS_REGION', 'ap-south-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'ENVKEY');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'marker');
    expect(await signer({ profile: 'staging' })).toEqual(['eu-west-3', 'STAGINGKEY']);
    expect(await signer({ profile: 'regionless' })).toEqual(['ap-south-1', 'OTHERKEY']);
    expect(await signer({ profile: 'old' })).toEqual(['sa-east-1', 'OLDKEY']);
    expect(warn).not.toHaveBeenCalled();
  });

  it('are an error with the possible sources if they are missing, and are searched again by the next call', async () => {
    await writeFile(join(folder, 'config'), '[profile late]\noutput = json\n');
    const session = createSession({ profile: 'late' });
    await expect(session.region()).rejects.toMatchObject({
      name: 'InvalidInputError',
      message:
        "No region is set. Set AWS_REGION, set a region for profile late in ~/.aws/config, or pass { region: 'eu-west-1' }.",
    });
    vi.stubEnv('AWS_DEFAULT_REGION', 'us-west-2');
    expect(await session.region()).toBe('us-west-2');
    vi.stubEnv('AWS_DEFAULT_REGION', 'us-west-1');
    expect(await session.region()).toBe('us-west-2');
  });

  it('are an error of the call if there are no credentials', async () => {
    const failure = signer({ region: 'eu-west-1' });
    await expect(failure).rejects.toMatchObject({ name: 'CredentialsError', operation: 'describeInstance' });
    await expect(failure).rejects.toThrow(/no usable credentials\. .+ Run aws configure or aws sso login/);
  });

  it('are rejected with their source if they contain a line break or a space', async () => {
    await writeFiles();
    await writeFile(
      join(folder, 'credentials'),
      `${credentialsFile}[pasted]\naws_access_key_id = ONE TWO\naws_secret_access_key = marker\n`,
    );
    const failure = signer({ region: 'eu-west-1', profile: 'pasted' });
    await expect(failure).rejects.toThrow(
      `describeInstance: aws_access_key_id of profile pasted in ${join(folder, 'credentials')} contains a space. Remove it.`,
    );
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'ENVKEY');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'marker\n');
    const ofEnvironment = signer({ region: 'eu-west-1' });
    await expect(ofEnvironment).rejects.toMatchObject({ name: 'CredentialsError', operation: 'describeInstance' });
    await expect(ofEnvironment).rejects.toThrow(
      'the environment variable AWS_SECRET_ACCESS_KEY contains a line break. Remove it.',
    );
    await expect(ofEnvironment).rejects.not.toThrow('marker');
  });

  it('are read anew after AWS has rejected them: from the files, or from the environment', async () => {
    await writeFiles();
    const clock = new FakeClock();
    const rejected = new Set(['DEFAULTKEY']);
    const book = new AnswerBook({});
    book.on('DescribeInstances', (_input, { request }) =>
      rejected.has(request.accessKeyId ?? '')
        ? awsError('ExpiredToken', 'The token has expired', { status: 400 })
        : instancesOf(['i-1']),
    );
    const transport = new FakeTransport(book, clock);
    const session = createSession({ region: 'eu-west-1', transport, clock });
    await expect(describeInstance('i-1', { session })).rejects.toThrow(
      'They were resolved again, but profile default still returns the same ones.',
    );
    await writeFile(join(folder, 'credentials'), credentialsFile.replace('DEFAULTKEY', 'NEWKEY'));
    for (const key of ['NEWKEY', 'ENVKEY']) {
      expect(await describeInstance('i-1', { session })).toMatchObject({ instanceId: 'i-1' });
      expect(transport.requests.at(-1)?.accessKeyId).toBe(key);
      rejected.add('NEWKEY');
      vi.stubEnv('AWS_ACCESS_KEY_ID', 'ENVKEY');
      vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'marker');
    }
  });
});
