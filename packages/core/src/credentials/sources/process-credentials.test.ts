import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, describe, expect, it } from 'vitest';

import { watchResources } from '../../__fixtures__/active-resources.js';
import { credentialsOf } from '../__fixtures__/credentials-of.js';
import { type SettingsOfTest, settingsOfTest } from '../__fixtures__/settings-of-test.js';

let settings: SettingsOfTest | undefined;
afterEach(() => {
  settings?.[Symbol.dispose]();
  settings = undefined;
});

/** Settings whose profile `tool` runs a program: the text of a shell script. */
const withProgram = (script: string, environment: Readonly<Record<string, string>> = {}): SettingsOfTest => {
  settings = settingsOfTest({ AWS_PROFILE: 'tool', ...environment });
  const program = settings.write('tool.sh', `#!/bin/sh\n${script}\n`);
  settings.write('config', `[profile tool]\ncredential_process = ${program} --secret marker\n`);
  return settings;
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    // A process that nobody waits for stays as a zombie until its parent ends.
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await sleep(10);
};

const output = (members: object): string => `echo '${JSON.stringify({ Version: 1, ...members })}'`;
const keys = { AccessKeyId: 'TOOLKEY', SecretAccessKey: 'marker' };

describe('the credential_process of a profile', () => {
  it('returns the credentials', async () => {
    withProgram(output({ ...keys, SessionToken: 'token', Expiration: '2099-01-01T00:00:00Z' }));
    expect(await credentialsOf()).toEqual({
      accessKeyId: 'TOOLKEY',
      secretAccessKey: 'marker',
      sessionToken: 'token',
      expiration: new Date('2099-01-01T00:00:00Z'),
    });
  });

  it.each([
    ['echo sign-in-first >&2; exit 3', 'failed with exit code 3: sign-in-first.'],
    ['exit 2', 'failed with exit code 2, without a message.'],
    ['kill -9 $$', /failed with (?:signal SIGKILL|exit code 137)[:,] /],
    ['echo marker', 'returned a text that is not JSON.'],
    ['true', 'returned nothing.'],
    [`echo '{"AccessKeyId":"A"}'`, 'returned no "Version": 1.'],
    ['echo null', 'returned no "Version": 1.'],
    [output({ AccessKeyId: 'A' }), 'returned no SecretAccessKey.'],
    [output({ ...keys, Expiration: 'soon' }), 'Expiration from the credential_process'],
    [output({ ...keys, Expiration: '2020-01-01T00:00:00Z' }), 'credentials that expired at 2020-01-01T00:00:00.000Z.'],
    [output({ ...keys, SessionToken: 'a b' }), 'SessionToken from the credential_process'],
  ])('fails with its name and its own words: %s', async (script, words) => {
    const { folder } = withProgram(script);
    const failure = credentialsOf();
    await expect(failure).rejects.toMatchObject({ name: 'CredentialsError', operation: 'describeInstance' });
    await expect(failure).rejects.toThrow(words);
    await expect(failure).rejects.toThrow(
      `the credential_process ${folder}/tool.sh of profile tool in ${folder}/config`,
    );
    await expect(failure).rejects.not.toThrow('marker');
  });

  it.each([
    [`node -e 'console.log("one two")' "a b"`, 'returned a text that is not JSON.'],
    ['true; echo sign-in-first >&2; exit 4', 'failed with exit code 4: sign-in-first.'],
    ['$HOME/tool.sh', 'failed with exit code 5, without a message.'],
    ['MARK=marker sh $HOME/tool.sh', 'the credential_process sh of profile tool'],
    ['MARK=marker sh $HOME/tool.sh', 'failed with exit code 5, without a message.'],
    ['exit 6', 'failed with exit code 6, without a message.'],
    ['missing-program', /failed with exit code 127: .*missing-program.*not found\./],
  ])('is run by the shell: %s', async (command, words) => {
    const { write } = withProgram('exit 5');
    write('config', `[profile tool]\ncredential_process = ${command}\n`);
    await expect(credentialsOf()).rejects.toThrow(words);
  });

  it('is killed with its children when no call waits for it any more, and does not keep the process alive', async () => {
    const leftOver = await watchResources();
    const { folder } = withProgram(
      'sleep 600 & echo "$$ $!" > "$HOME/pids.new"; mv "$HOME/pids.new" "$HOME/pids"; wait',
    );
    const failure = expect(credentialsOf({}, 1_500)).rejects.toMatchObject({
      name: 'DeadlineError',
      phase: expect.stringContaining('getting credentials from the credential_process') as string,
    });
    await until(() => existsSync(`${folder}/pids`));
    const pids = readFileSync(`${folder}/pids`, 'utf8').trim().split(' ').map(Number);
    expect(pids.map(isAlive)).toEqual([true, true]);
    await failure;
    await until(() => !pids.some(isAlive));
    expect(await leftOver()).toEqual([]);
  });

  it('that hangs once does not delay the next call', async () => {
    withProgram(`if [ -e "$HOME/hung" ]; then ${output(keys)}; else touch "$HOME/hung"; sleep 600; fi`);
    await expect(credentialsOf({}, 500)).rejects.toMatchObject({ name: 'DeadlineError' });
    expect(await credentialsOf()).toMatchObject({ accessKeyId: 'TOOLKEY' });
  });

  it('has a time limit of its own, whose error names it', async () => {
    withProgram('sleep 600');
    await expect(credentialsOf({ timeouts: { credentialsMs: 300 } })).rejects.toMatchObject({
      name: 'CredentialsError',
      message: expect.stringMatching(
        /^describeInstance: the credential_process \S+ of profile tool in \S+ did not return credentials within 300 ms\./,
      ) as string,
    });
  });
});
