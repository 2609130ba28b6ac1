import { expect } from 'vitest';
import type { LocalAws } from '../local-aws.js';
import { sendToAws } from './send-to-aws.js';
import { zipFile } from './zip-file.js';

/** Creates a Lambda function from source text (by default CommonJS for Node) and invokes it once. Returns its result and its log. */
export async function runFunction(
  { env }: Pick<LocalAws, 'env'>,
  source: string,
  variables: Readonly<Record<string, string>> = {},
  { runtime, file }: Readonly<Record<'runtime' | 'file', string>> = { runtime: 'nodejs24.x', file: 'index.js' },
): Promise<{ readonly output: unknown; readonly log: string }> {
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
  await sendToAws('lambda', functions, { method: 'POST', body: JSON.stringify(input) }, env);
  const state = async (): Promise<unknown> =>
    (await sendToAws('lambda', `${functions}/${name}/configuration`, {}, env)).json();
  await expect.poll(state, { timeout: 10_000 }).toMatchObject({ State: 'Active' });
  const headers = { 'x-amz-log-type': 'Tail' };
  const invoked = await sendToAws(
    'lambda',
    `${functions}/${name}/invocations`,
    { method: 'POST', headers, body: '{}' },
    env,
  );
  const log = Buffer.from(invoked.headers.get('x-amz-log-result') ?? '', 'base64').toString();
  return { output: await invoked.json(), log };
}
