import { expect } from 'vitest';
import type { LocalAws } from '../local-aws.js';
import { askAws } from './ask-aws.js';
import { zipFile } from './zip-file.js';

/** Makes a Lambda function of a source, CommonJS for Node if nothing else is said, invokes it once and returns what it answers and writes. */
export async function runFunction(
  { env }: Pick<LocalAws, 'env'>,
  source: string,
  variables: Readonly<Record<string, string>> = {},
  { runtime, file }: Readonly<Record<'runtime' | 'file', string>> = { runtime: 'nodejs24.x', file: 'index.js' },
): Promise<{ readonly answer: unknown; readonly log: string }> {
  const functions = `${env['AWS_ENDPOINT_URL_LAMBDA']}/2015-03-31/functions`;
  const name = `function-${crypto.randomUUID()}`;
  const input = {
    FunctionName: name,
    Runtime: runtime,
    Handler: 'index.handler',
    Role: 'arn:aws:iam::123456789012:role/service-role/any',
    Code: { ZipFile: zipFile(file, source).toString('base64') },
    Environment: { Variables: variables },
    Timeout: 30,
  };
  await askAws('lambda', functions, { method: 'POST', body: JSON.stringify(input) }, env);
  const state = async (): Promise<unknown> =>
    (await askAws('lambda', `${functions}/${name}/configuration`, {}, env)).json();
  await expect.poll(state, { timeout: 10_000 }).toMatchObject({ State: 'Active' });
  const headers = { 'x-amz-log-type': 'Tail' };
  const invoked = await askAws(
    'lambda',
    `${functions}/${name}/invocations`,
    { method: 'POST', headers, body: '{}' },
    env,
  );
  const log = Buffer.from(invoked.headers.get('x-amz-log-result') ?? '', 'base64').toString();
  return { answer: await invoked.json(), log };
}
