import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { askAws } from './__fixtures__/ask-aws.js';
import { nodeFromSources, result, type NodeProcess } from './__fixtures__/node-from-sources.js';
import { temporaryFolder } from './__fixtures__/temporary-folder.js';
import { requestStatus } from './emulators/request-status.js';

const archLocal = (arguments_: readonly string[], environment?: NodeJS.ProcessEnv): NodeProcess =>
  nodeFromSources('../cli.ts', arguments_, environment);

const nodeScript = (script: string): string[] => ['--', process.execPath, '-e', script];

/** Whether somebody answers, by refusing. */
const isServed = async (endpoint: string): Promise<boolean> => (await requestStatus(endpoint, 'GET')) === 403;

describe('arch-local -- COMMAND', () => {
  it('runs the command with a local AWS, hands back its status and stops the AWS', async () => {
    const script = `(${askAws.toString()})('ec2', process.env.AWS_ENDPOINT_URL_EC2 + '/moto-api/data.json').then(({ status }) => {
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

  it('passes signals on, and the command may still use its AWS', async () => {
    const script = `process.on('SIGTERM', async () => {
      const { status } = await (${askAws.toString()})('ec2', process.env.AWS_ENDPOINT_URL_EC2 + '/moto-api/data.json');
      console.log('AWS answers ' + status);
      process.exit(9);
    });
    setInterval(() => {}, 60_000);
    console.log('waiting');`;
    const child = archLocal(nodeScript(script));
    const ending = result(child);
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect(await ending).toMatchObject({ status: 9, stdout: 'waiting\nAWS answers 200\n' });
  });

  it('ends by the signal by which the command ended', async () => {
    const { signal } = await result(archLocal(nodeScript(`process.kill(process.pid, 'SIGTERM')`)));
    expect(signal).toBe('SIGTERM');
  });

  it('says that a command cannot be run', async () => {
    const { status, stderr } = await result(archLocal(['--', 'no-such-command']));
    expect(status).toBe(127);
    expect(stderr).toContain('arch-local: no-such-command cannot be run (ENOENT).');
  });

  it('says in one sentence that Python is missing', async () => {
    await using empty = await temporaryFolder();
    const { status, stderr } = await result(archLocal(nodeScript(''), { PATH: empty.path, Path: empty.path }));
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^arch-local: Python 3\.10 or newer with venv is needed for the local AWS \(none is on the PATH\); install it with .* and run again\.\n$/,
    );
  });
});

describe('arch-local start', () => {
  it('prints the environment, stays, and ends cleanly on Ctrl-C', async () => {
    const child = archLocal(['start']);
    const ending = result(child);
    const [lines] = (await once(child.stdout, 'data')) as [Buffer];
    const endpoint = /^export AWS_ENDPOINT_URL_EC2='(.*)'$/m.exec(lines.toString())?.[1] ?? '';
    expect(await isServed(endpoint)).toBe(true);
    child.kill('SIGINT');
    expect(await ending).toMatchObject({ status: 0, signal: null });
    expect(await isServed(endpoint)).toBe(false);
  });

  it('prints JSON if that is asked for', async () => {
    const child = archLocal(['start', '--json']);
    const ending = result(child);
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    const { status, stdout } = await ending;
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ AWS_REGION: 'us-east-1', AWS_EC2_METADATA_DISABLED: 'true' });
  });

  it('ends by the signal that comes before it has started', async () => {
    const child = archLocal(nodeScript(`console.log('not reached')`));
    const ending = result(child);
    await once(child.stderr, 'data');
    child.kill('SIGINT');
    expect(await ending).toMatchObject({ signal: 'SIGINT', stdout: '' });
  });
});
