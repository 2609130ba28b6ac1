import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { sendToAws } from './__fixtures__/send-to-aws.js';
import { nodeFromSources, result, type NodeProcess } from './__fixtures__/node-from-sources.js';
import { sendToS3 } from './__fixtures__/send-to-s3.js';
import { temporaryFolder } from './__fixtures__/temporary-folder.js';
import { withoutVersitygw } from './__fixtures__/without-versitygw.js';
import { requestStatus } from './emulators/request-status.js';

const skipped = await withoutVersitygw();

const archLocal = (arguments_: readonly string[], environment?: NodeJS.ProcessEnv): NodeProcess =>
  nodeFromSources('../cli.ts', arguments_, environment);

const nodeScript = (script: string): string[] => ['--', process.execPath, '-e', script];

/** Whether a server is running: it rejects an unsigned request. */
const isServed = async (endpoint: string): Promise<boolean> => (await requestStatus(endpoint, 'GET')) === 403;

describe('arch-local -- COMMAND', () => {
  it('runs the command with a local AWS, ends with the status of the command and stops the local AWS', async () => {
    const script = `(${sendToAws.toString()})('ec2', process.env.AWS_ENDPOINT_URL_EC2 + '/moto-api/data.json').then(({ status }) => {
      console.log(JSON.stringify({ ...process.env, status }));
      process.exitCode = 7;
    })`;
    const child = archLocal(['--region', 'eu-west-1', ...nodeScript(script)], { AWS_PROFILE: 'production' });
    const { status, stdout } = await result(child);
    const seen = JSON.parse(stdout) as Record<string, string>;
    expect(status).toBe(7);
    expect(seen).toMatchObject({
      status: 200,
      AWS_ACCESS_KEY_ID: expect.stringMatching(/^ARCH/),
      AWS_REGION: 'eu-west-1',
    });
    expect(seen).not.toHaveProperty('AWS_PROFILE');
    expect(await isServed(seen['AWS_ENDPOINT_URL_EC2'] ?? '')).toBe(false);
  });

  it('passes signals to the command, which can still use the local AWS', async () => {
    const script = `process.on('SIGTERM', async () => {
      const { status } = await (${sendToAws.toString()})('ec2', process.env.AWS_ENDPOINT_URL_EC2 + '/moto-api/data.json');
      console.log('AWS returns ' + status);
      process.exit(9);
    });
    setInterval(() => {}, 60_000);
    console.log('waiting');`;
    const child = archLocal(nodeScript(script));
    const ending = result(child);
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect(await ending).toMatchObject({ status: 9, stdout: 'waiting\nAWS returns 200\n' });
  });

  it('ends with the signal that ended the command', async () => {
    const { signal } = await result(archLocal(nodeScript(`process.kill(process.pid, 'SIGTERM')`)));
    expect(signal).toBe('SIGTERM');
  });

  it('reports a command that cannot be run', async () => {
    const { status, stderr } = await result(archLocal(['--', 'no-such-command']));
    expect(status).toBe(127);
    expect(stderr).toContain('arch-local: no-such-command cannot be run (ENOENT).');
  });

  it('reports in one sentence that Python is missing', async () => {
    await using empty = await temporaryFolder();
    const { status, stderr } = await result(archLocal(nodeScript(''), { PATH: empty.path, Path: empty.path }));
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^arch-local: The local AWS requires Python 3\.10 or newer with venv \(found none on the PATH\): install it with .*, then run the command again\.\n$/,
    );
  });
});

describe('arch-local start', () => {
  it('prints the environment, keeps running, and stops the local AWS on Ctrl-C', async () => {
    const child = archLocal(['start']);
    const ending = result(child);
    const [lines] = (await once(child.stdout, 'data')) as [Buffer];
    const endpoint = /^export AWS_ENDPOINT_URL_EC2='(.*)'$/m.exec(lines.toString())?.[1] ?? '';
    expect(await isServed(endpoint)).toBe(true);
    child.kill('SIGINT');
    expect(await ending).toMatchObject({ status: 0, signal: null });
    expect(await isServed(endpoint)).toBe(false);
  });

  it('prints the environment as JSON with --json', async () => {
    const child = archLocal(['start', '--json']);
    const ending = result(child);
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    const { status, stdout } = await ending;
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ AWS_REGION: 'us-east-1', AWS_EC2_METADATA_DISABLED: 'true' });
  });

  it('ends with a signal that arrives before the command has started', async () => {
    const child = archLocal(nodeScript(`console.log('not reached')`));
    const ending = result(child);
    await once(child.stderr, 'data');
    child.kill('SIGINT');
    expect(await ending).toMatchObject({ signal: 'SIGINT', stdout: '' });
  });

  it.skipIf(skipped !== '')(`starts versitygw as S3 with --s3 versitygw${skipped}`, async () => {
    const child = archLocal(['start', '--s3', 'versitygw', '--json']);
    const ending = result(child);
    const [text] = (await once(child.stdout, 'data')) as [Buffer];
    const env = JSON.parse(text.toString()) as Record<string, string>;
    const { AWS_ENDPOINT_URL_S3: S3 = '', AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = env;
    const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
    const { status, headers } = await sendToS3({ endpoints: { S3 }, credentials }, 'GET', '/');
    expect([status, headers['server']]).toEqual([200, 'VERSITYGW']);
    child.kill('SIGTERM');
    const { status: ended, stderr } = await ending;
    expect(ended).toBe(0);
    expect(stderr).toContain('arch-local: starting moto, ministack, versitygw\n');
    expect(await requestStatus(S3, 'GET')).toBeUndefined();
  });

  it('says what to install if versitygw cannot be built', async () => {
    await using empty = await temporaryFolder();
    const environment = { PATH: empty.path, Path: empty.path, XDG_CACHE_HOME: empty.path, HOME: empty.path };
    const { status, stderr } = await result(archLocal(['start', '--s3', 'versitygw'], environment));
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^arch-local: The S3 of versitygw requires .* install Go /),
    ]);
  });

  it('rejects other servers for S3', async () => {
    const { status, stdout, stderr } = await result(archLocal(['start', '--s3', 'minio']));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(
      'arch-local: --s3 must be ministack or versitygw (got "minio"): did you mean "ministack"?\n\nUsage:',
    );
  });
});
