import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { sendToEc2 } from './__fixtures__/send-to-ec2.js';
import { sendToSqs } from './__fixtures__/send-to-sqs.js';
import { isRunning } from './__fixtures__/is-running.js';
import { launchedBy } from './__fixtures__/launched-by.js';
import { nodeFromSources } from './__fixtures__/node-from-sources.js';
import { runFunction } from './__fixtures__/run-function.js';
import { temporaryFolder } from './__fixtures__/temporary-folder.js';
import { requestStatus } from './emulators/request-status.js';
import type { LocalAws } from './local-aws.js';
import { startLocalAws } from './start-local-aws.js';

const isGone = async (endpoint: string | undefined): Promise<boolean> =>
  (await requestStatus(endpoint ?? '', 'GET')) === undefined;

const allGone = async ({ EC2, S3 }: LocalAws['endpoints']): Promise<boolean> =>
  (await isGone(EC2)) && (await isGone(S3));

/** Reads the state of an instance in a response. */
const stateIn = (response: string): string | undefined =>
  /<instanceState>\s*<code>\d+<\/code>\s*<name>([\w-]+)<\/name>/.exec(response)?.[1];

/** Starts a process that only SIGKILL ends. Returns its ID and its temporary folder. */
async function runStubbornFunction(aws: Pick<LocalAws, 'env'>): Promise<{ pid: number; folder: string }> {
  const source = `
    process.on('SIGTERM', () => {});
    setInterval(() => {}, 60_000);
    exports.handler = async () => ({ pid: process.pid, folder: require('node:os').tmpdir() });`;
  const { output } = await runFunction(aws, source);
  return output as { pid: number; folder: string };
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a local AWS', () => {
  let aws: LocalAws;

  beforeAll(async () => {
    aws = await startLocalAws({ region: 'eu-west-1', transitionMs: 1_500 });
  });

  afterAll(() => aws.stop());

  it('accepts requests after its start', async () => {
    expect(await sendToEc2(aws, 'DescribeRegions')).toContain('<regionName>eu-central-1</regionName>');
  });

  it('has the same endpoints in its environment variables', () => {
    expect(aws.env['AWS_ENDPOINT_URL_EC2']).toBe(aws.endpoints['EC2']);
    expect(aws.env['AWS_REGION']).toBe('eu-west-1');
  });

  it('deletes all resources on reset', async () => {
    await sendToEc2(aws, 'CreateKeyPair', { KeyName: 'soon-forgotten' });
    await sendToSqs(aws, 'CreateQueue', { QueueName: 'soon-forgotten' });
    expect(await sendToEc2(aws, 'DescribeKeyPairs')).toContain('soon-forgotten');
    expect(await sendToSqs(aws, 'ListQueues')).toMatchObject({ QueueUrls: [expect.anything()] });
    await aws.reset();
    expect(await sendToEc2(aws, 'DescribeKeyPairs')).not.toContain('soon-forgotten');
    expect(await sendToSqs(aws, 'ListQueues')).not.toHaveProperty('QueueUrls.0');
  });

  it('lets an instance start for some time, if it is told so', async () => {
    const image = { ImageId: 'ami-12c6146b', MinCount: '1', MaxCount: '1' };
    expect(await sendToEc2(aws, 'RunInstances', image)).toContain('<name>pending</name>');
    expect(stateIn(await sendToEc2(aws, 'DescribeInstances'))).toBe('pending');
    const state = async (): Promise<string | undefined> => stateIn(await sendToEc2(aws, 'DescribeInstances'));
    await expect.poll(state, { timeout: 20_000 }).toBe('running');
  });

  it('needs a port that is not in use', async () => {
    const port = Number(new URL(aws.endpoints['EC2'] ?? '').port);
    await expect(startLocalAws({ port })).rejects.toThrow(`Port ${port} of 127.0.0.1 cannot be used`);
  });
});

describe('the end of a local AWS', () => {
  it('follows stop, which can be called several times', async () => {
    const aws = await startLocalAws();
    await Promise.all([aws.stop(), aws.stop()]);
    await aws.stop();
    await expect(aws.ended).resolves.toBeUndefined();
    expect(await allGone(aws.endpoints)).toBe(true);
    await expect(aws.reset()).rejects.toThrow(/^(moto|ministack) cannot be reset \(no response\)/);
  });

  it('follows the end of its scope, and includes the processes and the files of Lambda functions', async () => {
    const { result, processes } = await launchedBy(() => startLocalAws());
    const { pid, folder } = await runStubbornFunction(result);
    {
      await using aws = result;
      expect(await allGone(aws.endpoints)).toBe(false);
      expect(await isRunning(pid)).toBe(true);
      expect(existsSync(folder)).toBe(true);
    }
    expect(await allGone(result.endpoints)).toBe(true);
    await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
    for (const process of processes) expect(await isRunning(process.pid ?? 0)).toBe(false);
    expect(existsSync(folder)).toBe(false);
  });

  it.each(['moto', 'ministack'])('rejects `ended` if %s ends unexpectedly', async (name) => {
    // A killed process cannot delete its files.
    await using temporary = await temporaryFolder();
    vi.stubEnv('TMPDIR', temporary.path);
    const { result: aws, processes } = await launchedBy(() => startLocalAws());
    await using _aws = aws;
    const { pid } = await runStubbornFunction(aws);
    processes.find(({ spawnargs }) => spawnargs.some((part) => part.startsWith(`guarded_${name}:`)))?.kill('SIGKILL');
    await expect(aws.ended).rejects.toThrow(`${name} ended unexpectedly: start the local AWS again.`);
    await aws.stop();
    await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
  });

  it('follows the kill of the process that started it', async () => {
    const parent = nodeFromSources('start-and-wait.ts');
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const started = JSON.parse(line.toString()) as Pick<LocalAws, 'endpoints' | 'env'>;
    const { endpoints } = started;
    const { pid, folder } = await runStubbornFunction(started);
    expect(await allGone(endpoints)).toBe(false);
    parent.kill('SIGKILL');
    await expect.poll(() => allGone(endpoints), { timeout: 10_000 }).toBe(true);
    await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
    expect(existsSync(folder)).toBe(false);
  });
});

it('can be aborted when it starts', async () => {
  await expect(startLocalAws({ signal: AbortSignal.abort() })).rejects.toThrow(/aborted/);
});
