import { mkdir, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sendToAws } from '../__fixtures__/send-to-aws.js';
import { sendToEc2 } from '../__fixtures__/send-to-ec2.js';
import { sendToSqs } from '../__fixtures__/send-to-sqs.js';
import { runFunction } from '../__fixtures__/run-function.js';
import { temporaryFolder } from '../__fixtures__/temporary-folder.js';
import type { LocalAws } from '../local-aws.js';
import { startLocalAws } from '../start-local-aws.js';

let aws: LocalAws;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  const temporary = join(folder.path, 'tmp');
  await mkdir(temporary);
  await writeFile(join(folder.path, 'package.json'), '{ "type": "module" }');
  vi.stubEnv('TMPDIR', temporary);
  vi.stubEnv('DATABASE_URL', 'postgres://user:secret@example.com/');
  aws = await startLocalAws({ region: 'eu-west-1' });
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await aws.stop();
  await folder[Symbol.asyncDispose]();
});

const endpoint = (service: string): string => aws.env[`AWS_ENDPOINT_URL_${service}`] ?? '';

describe('MiniStack, in parallel with moto', () => {
  it('stores objects', async () => {
    const bucket = `${endpoint('S3')}/a-bucket`;
    const region = '<LocationConstraint>eu-west-1</LocationConstraint>';
    const body = `<CreateBucketConfiguration>${region}</CreateBucketConfiguration>`;
    await sendToAws('s3', bucket, { method: 'PUT', body }, aws.env);
    await sendToAws('s3', `${bucket}/key`, { method: 'PUT', body: 'content' }, aws.env);
    const object = await sendToAws('s3', `${bucket}/key`, {}, aws.env);
    expect(await object.text()).toBe('content');
  });

  it('delivers messages and returns queue URLs that can be reached', async () => {
    const created = await sendToSqs(aws, 'CreateQueue', { QueueName: 'a-queue' });
    const { QueueUrl } = created as { QueueUrl: string };
    expect(QueueUrl).toBe(`${endpoint('SQS')}/123456789012/a-queue`);
    await sendToSqs(aws, 'SendMessage', { QueueUrl, MessageBody: 'hello' });
    expect(await sendToSqs(aws, 'ReceiveMessage', { QueueUrl })).toMatchObject({ Messages: [{ Body: 'hello' }] });
  });

  it('has the account of moto', async () => {
    const body = new URLSearchParams({ Action: 'GetCallerIdentity', Version: '2011-06-15' });
    const identity = await sendToAws('sts', endpoint('STS'), { method: 'POST', body }, aws.env);
    const [, account] = /<Account>(\d+)<\/Account>/.exec(await identity.text()) ?? [];
    expect(await sendToEc2(aws, 'DescribeVpcs')).toContain(`<ownerId>${account}</ownerId>`);
  });
});

describe('a Lambda function', () => {
  it('runs in the Node that started the local AWS, as CommonJS also if the temporary folder is an ES module package', async () => {
    const source = 'exports.handler = async () => [process.version, process.execPath]';
    const { output } = await runFunction(aws, source);
    expect(output).toEqual([process.version, await realpath(process.execPath)]);
  });

  it('has only its own output in its log', async () => {
    const read = async (): Promise<string> => {
      const { log } = await runFunction(aws, `exports.handler = async () => console.log('hello')`);
      return log.trim();
    };
    // MiniStack reads the output of the process in parallel with the response: on a busy machine the response can arrive first, without a log.
    await expect.poll(read, { timeout: 60_000 }).toBe('hello');
  });

  it('has the endpoints of the local AWS in its environment, and no variables of the caller', async () => {
    const { output: found } = await runFunction(aws, 'exports.handler = async () => process.env');
    expect(found).toMatchObject({ ...aws.env, AWS_ACCESS_KEY_ID: '123456789012' });
    expect(found).not.toHaveProperty('DATABASE_URL');
    expect(found).not.toHaveProperty('VITEST');
  });

  it('reaches services of both emulators', async () => {
    await sendToEc2(aws, 'CreateKeyPair', { KeyName: 'seen-by-a-function' });
    await sendToSqs(aws, 'CreateQueue', { QueueName: 'seen-by-a-function' });
    const source = `
      ${sendToAws.toString()}
      exports.handler = async () => {
        const { AWS_ENDPOINT_URL_EC2: ec2, AWS_ENDPOINT_URL_SQS: sqs } = process.env;
        const body = (Action, Version) => ({ method: 'POST', body: new URLSearchParams({ Action, Version }) });
        const keyPairs = await sendToAws('ec2', ec2, body('DescribeKeyPairs', '2016-11-15'));
        const queues = await sendToAws('sqs', sqs, body('ListQueues', '2012-11-05'));
        return [await keyPairs.text(), await queues.text()];
      };`;
    const seen = expect.stringContaining('seen-by-a-function');
    expect(await runFunction(aws, source)).toMatchObject({ output: [seen, seen] });
  });

  it('uses its own variables instead of those of the local AWS', async () => {
    const source = 'exports.handler = async () => process.env.AWS_ENDPOINT_URL_S3';
    const elsewhere = { AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9000' };
    const { output } = await runFunction(aws, source, elsewhere);
    expect(output).toBe(elsewhere.AWS_ENDPOINT_URL_S3);
  });
});
