import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { build } from 'esbuild';

import { bundleOptions } from '../bundle-options.ts';
import { instanceIdOf } from '../ec2-responses.ts';
import { type Figure, median, milliseconds } from '../figure.ts';
import { messageBody } from './data.ts';

/** Programs that make one call and end. `AWS_ENDPOINT_URL` is the server. */
interface Program {
  readonly name: string;
  readonly ours: string;
  readonly sdk: string;
}

const queueUrl = '`${process.env.AWS_ENDPOINT_URL}/123456789012/orders`';
const body = JSON.stringify(messageBody);
const programs: readonly Program[] = [
  {
    name: 'SendMessage',
    ours: `import { sendMessage } from '@arch/integration'; await sendMessage({ queueUrl: ${queueUrl}, body: ${body} });`,
    sdk:
      "import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'; const client = new SQSClient({});" +
      `await client.send(new SendMessageCommand({ QueueUrl: ${queueUrl}, MessageBody: ${body} })); client.destroy();`,
  },
  {
    name: 'DescribeInstances (one)',
    ours: `import { describeInstance } from '@arch/compute'; await describeInstance('${instanceIdOf(1)}');`,
    sdk:
      "import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2'; const client = new EC2Client({});" +
      `await client.send(new DescribeInstancesCommand({ InstanceIds: ['${instanceIdOf(1)}'] })); client.destroy();`,
  },
  {
    name: 'GetObject 1 KiB',
    ours: "import { getObjectBytes } from '@arch/storage'; await getObjectBytes({ bucket: 'bench', key: 'a.txt' });",
    sdk:
      "import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'; const client = new S3Client({ forcePathStyle: true });" +
      "const { Body } = await client.send(new GetObjectCommand({ Bucket: 'bench', Key: 'a.txt' }));" +
      'await Body.transformToByteArray(); client.destroy();',
  },
];

/** The least that any program has to do: start Node and make one request. */
const bare =
  "import { request } from 'node:http'; await new Promise((done) => request(process.env.AWS_ENDPOINT_URL, { method: 'GET' }, " +
  "(response) => response.resume().on('end', done)).end());";

const timeOf = (file: string, endpoint: string): number => {
  const env = {
    PATH: process.env['PATH'],
    HOME: '/nonexistent',
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'example',
  };
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--no-warnings', file], { env });
  if (status !== 0) throw new Error(`${file}: ${stderr.toString()}`);
  return performance.now() - start;
};

const bundled = async (file: string): Promise<string> => {
  const outfile = file.replace('.mjs', '.bundle.mjs');
  await build({ entryPoints: [file], outfile, ...bundleOptions });
  return outfile;
};

/** Measures the time from the start of a process to its end after one call, beyond that of a process with a bare request, in turns. */
export const firstCalls = async (endpoint: string, rounds: number): Promise<readonly Figure[]> => {
  // Within the folder of the bench, so that programs find their packages.
  const folder = mkdtempSync(join(import.meta.dirname, '.first-calls-'));
  try {
    const write = (name: string, text: string): string => {
      const file = join(folder, `${name}.mjs`);
      writeFileSync(file, text);
      return file;
    };
    const bareFile = write('bare', bare);
    const figures: Figure[] = [];
    for (const [index, { name, ours, sdk }] of programs.entries())
      for (const isBundled of [true, false]) {
        const plain = [write(`ours-${index}`, ours), write(`sdk-${index}`, sdk)];
        const files = [bareFile, ...(isBundled ? await Promise.all(plain.map(bundled)) : plain)];
        const times: number[][] = files.map(() => []);
        for (let round = 0; round <= rounds; round++)
          for (const [side, file] of files.entries()) {
            const time = timeOf(file, endpoint);
            // The first round fills the file system's cache.
            if (round > 0) times[side]?.push(time);
          }
        const [least = 0, mine = 0, theirs = 0] = times.map(median);
        figures.push({
          name: `${name}, first call of a process, ${isBundled ? 'bundled' : 'unbundled'}: time beyond a bare request`,
          ours: milliseconds(mine - least),
          theirs: `${milliseconds(theirs - least)} (bare ${milliseconds(least)})`,
          value: (mine - least) / (theirs - least),
          limit: 0.5,
          aim: 0.25,
          unit: '×',
        });
      }
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
