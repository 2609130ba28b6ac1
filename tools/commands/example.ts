// Runs an example on a local AWS: `npm run example -- compute/start-and-describe`. With `--account`, it runs in your AWS account. `--all` runs all examples.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';

import { runInstances, stopInstance } from '@arch/compute';
import { createSession } from '@arch/core';
import { type LocalAws, localEnvironment, startLocalAws } from '@arch/local';

import { didYouMean } from '../did-you-mean.ts';

const folder = resolve(import.meta.dirname, '../../examples');
/** The folders of examples. `demo` has its own command, and `functions` contains functions that the examples deploy. */
const topics = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['demo', 'functions', 'node_modules'].includes(entry.name))
  .map(({ name }) => name)
  .sort();

/** The names of all examples, e.g. `compute/start-and-describe`. */
const names = topics.flatMap((topic) =>
  readdirSync(join(folder, topic))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${topic}/${file.slice(0, -3)}`),
);

/** Returns the first line of an example, which describes it and the resources that it creates. */
const firstLine = (name: string): string =>
  readFileSync(join(folder, `${name}.ts`), 'utf8')
    .split('\n', 1)[0]
    ?.replace(/^\/\/ /, '') ?? '';

const run = async (name: string, parameters: readonly string[], env: NodeJS.ProcessEnv): Promise<number> => {
  const child = spawn(process.execPath, ['--no-warnings', join(folder, `${name}.ts`), ...parameters], {
    stdio: 'inherit',
    env,
  });
  const [status] = (await once(child, 'exit')) as [number | null];
  return status ?? 1;
};

/** Creates resources for the examples on the local AWS: two running instances with a tag, and a stopped instance, whose ID is their parameter. */
const seed = async (aws: LocalAws): Promise<string> => {
  await using session = createSession({
    region: 'us-east-1',
    endpoint: aws.endpoints['EC2'],
    credentials: aws.credentials,
  });
  const launch = {
    image: { os: 'amazon-linux-2023' },
    instanceType: 't3.micro',
    count: 3,
    tags: { Name: 'seed', stage: 'example' },
  } as const;
  const [first] = await runInstances(launch, { session, wait: true });
  await stopInstance(first!, { session, wait: true });
  return first!.instanceId;
};

const onLocalAws = async (wanted: readonly string[], parameters: readonly string[]): Promise<number> => {
  await using aws = await startLocalAws({ onProgress: (step) => console.error(`local AWS: ${step} …`) });
  const env = localEnvironment(process.env, aws.env);
  let failed = 0;
  for (const name of wanted) {
    await aws.reset();
    const instanceId = await seed(aws);
    console.error(`\n── ${name}: ${firstLine(name)}`);
    if ((await run(name, parameters.length > 0 ? parameters : [instanceId], env)) !== 0) failed++;
  }
  if (wanted.length > 1) console.log(`\n${wanted.length - failed} examples passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
};

const onAccount = async (name: string, parameters: readonly string[]): Promise<number> => {
  console.error(`${name} runs in the AWS account of your credentials, which may cost money.\n  ${firstLine(name)}`);
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await prompt.question('Run it there? Type yes: ');
  prompt.close();
  return answer.trim() === 'yes' ? run(name, parameters, process.env) : 1;
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { account: { type: 'boolean', default: false }, all: { type: 'boolean', default: false } },
});
const [name, ...parameters] = positionals;

if (values.all) process.exitCode = await onLocalAws(names, []);
else if (name === undefined || !names.includes(name)) {
  console.log('The examples:\n');
  for (const each of names) console.log(`  ${each.padEnd(32)} ${firstLine(each)}`);
  console.log(
    '\nnpm run example -- compute/start-and-describe    on a local AWS\nnpm run example -- --account compute/…           on your account, after asking',
  );
  if (name !== undefined) console.error(`\n${didYouMean('example', name, names)}`);
  process.exitCode = name === undefined ? 0 : 1;
} else process.exitCode = values.account ? await onAccount(name, parameters) : await onLocalAws([name], parameters);
