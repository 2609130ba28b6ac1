import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askEc2 } from './__fixtures__/ask-ec2.js';
import { nodeFromSources } from './__fixtures__/node-from-sources.js';
import { requestStatus } from './emulators/request-status.js';
import type { LocalAws } from './local-aws.js';
import { LocalAwsError } from './local-aws-error.js';
import { startLocalAws } from './start-local-aws.js';

const isGone = async (endpoint: string | undefined): Promise<boolean> =>
  (await requestStatus(`${endpoint}/moto-api/data.json`, 'GET')) === undefined;

describe('a local AWS', () => {
  let aws: LocalAws;

  beforeAll(async () => {
    aws = await startLocalAws({ region: 'eu-west-1' });
  });

  afterAll(() => aws.stop());

  it('answers as soon as it has started', async () => {
    expect(await askEc2(aws.endpoints['EC2'], 'DescribeRegions')).toContain('<regionName>eu-central-1</regionName>');
  });

  it('says where it is by variables as well', () => {
    expect(aws.env['AWS_ENDPOINT_URL_EC2']).toBe(aws.endpoints['EC2']);
    expect(aws.env['AWS_REGION']).toBe('eu-west-1');
  });

  it('forgets everything on reset', async () => {
    const endpoint = aws.endpoints['EC2'];
    await askEc2(endpoint, 'CreateKeyPair', { KeyName: 'soon-forgotten' });
    expect(await askEc2(endpoint, 'DescribeKeyPairs')).toContain('soon-forgotten');
    await aws.reset();
    expect(await askEc2(endpoint, 'DescribeKeyPairs')).not.toContain('soon-forgotten');
  });
});

describe('the end of a local AWS', () => {
  it('comes with stop, however often it is called', async () => {
    const aws = await startLocalAws();
    await Promise.all([aws.stop(), aws.stop()]);
    await aws.stop();
    await expect(aws.ended).resolves.toBeUndefined();
    expect(await isGone(aws.endpoints['EC2'])).toBe(true);
    await expect(aws.reset()).rejects.toThrow('moto cannot be reset (no answer)');
  });

  it('comes with the end of the scope', async () => {
    let endpoint: string | undefined;
    {
      await using aws = await startLocalAws();
      endpoint = aws.endpoints['EC2'];
    }
    expect(await isGone(endpoint)).toBe(true);
  });

  it('is told when it comes unasked', async () => {
    const children: ChildProcess[] = [];
    const remember = (message: unknown): void => void children.push((message as { process: ChildProcess }).process);
    subscribe('child_process', remember);
    await using aws = await startLocalAws();
    unsubscribe('child_process', remember);
    children.at(-1)?.kill('SIGKILL');
    await expect(aws.ended).rejects.toThrow(LocalAwsError);
  });

  it('comes when the process that started it is killed', async () => {
    const parent = nodeFromSources('start-and-wait.ts');
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const endpoint = line.toString().trim();
    expect(await isGone(endpoint)).toBe(false);
    parent.kill('SIGKILL');
    await expect.poll(() => isGone(endpoint), { timeout: 10_000 }).toBe(true);
  });
});

describe('the start of a local AWS', () => {
  it('refuses a port that is taken', async () => {
    await using aws = await startLocalAws();
    const port = Number(new URL(aws.endpoints['EC2'] ?? '').port);
    await expect(startLocalAws({ port })).rejects.toThrow(`Port ${port} of 127.0.0.1 cannot be used`);
  });

  it('can be given up', async () => {
    await expect(startLocalAws({ signal: AbortSignal.abort() })).rejects.toThrow(/aborted/);
  });
});
