import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { AlreadyExistsError, NotFoundError } from '@arch/core';
import { z } from '@arch/core/builder';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { packFunctionCode } from '../code/index.js';
import { deleteFunction, describeFunction, listFunctions, updateFunctionConfiguration } from '../index.js';
import { checkInvocation, FunctionError, invokeFunction, invokeFunctionAsync } from '../../invocations/index.js';
import { createFunction, updateFunctionCode } from './index.js';

const hello = fileURLToPath(new URL('../code/__fixtures__/hello', import.meta.url));
const role = 'arn:aws:iam::123456789012:role/hello';
const soon = { wait: { pollMs: 100 } };
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arch-functions-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

it('creates a function from a folder, changes it, lists it and deletes it', async () => {
  const code = { folder: hello };
  const created = await createFunction(
    { functionName: 'hello', role, code, environment: { NAME: 'you' }, tags: { team: 'web' } },
    soon,
  );
  expect(created).toMatchObject({ state: 'Active', runtime: 'nodejs24.x', environment: { NAME: 'you' } });
  expect(created.codeSha256).toBe((await packFunctionCode(code)).codeSha256);
  await expect(createFunction({ functionName: 'hello', role, code })).rejects.toThrow(AlreadyExistsError);
  expect(await describeFunction(created)).toMatchObject({ tags: { team: 'web' } });

  const schema = z.object({ greeting: z.string() });
  const { payload } = await invokeFunction({ functionName: 'hello', schema });
  expect(payload.greeting).toBe('hello you');
  await updateFunctionConfiguration({ functionName: 'hello', environment: { NAME: 'me' } }, soon);
  expect((await invokeFunction({ functionName: 'hello', schema })).payload.greeting).toBe('hello me');

  expect(await Array.fromAsync(listFunctions(), ({ functionName }) => functionName)).toContain('hello');
  await checkInvocation('hello');
  await expect(invokeFunctionAsync({ functionName: 'hello', payload: {} })).resolves.toMatchObject({ statusCode: 202 });
  await deleteFunction('hello');
  await expect(invokeFunction('hello')).rejects.toThrow(NotFoundError);
});

it('creates a function from TypeScript and replaces its code', async () => {
  const file = join(folder, 'add.ts');
  await writeFile(
    file,
    'export const handler = async (event: { a: number; b: number }) => (console.log(event), event.a + event.b);',
  );
  await createFunction({ functionName: 'add', role, code: { file } }, soon);
  const input = { functionName: 'add', payload: { a: 2, b: 3 }, logTail: true };
  // The local AWS reads the log in a thread of its own, and sometimes responds before it.
  await expect
    .poll(() => invokeFunction(input), { timeout: 20_000 })
    .toMatchObject({ payload: 5, logTail: expect.stringContaining('a: 2') as string });
  await writeFile(file, 'export const handler = async (event: { a: number; b: number }) => event.a * event.b;');
  await updateFunctionCode({ functionName: 'add', code: { file } }, soon);
  expect((await invokeFunction(input)).payload).toBe(6);
  await deleteFunction('add');
});

it('throws FunctionError with the error of the function', async () => {
  const file = join(folder, 'fail.mjs');
  await writeFile(
    file,
    "export const handler = async () => { console.log('about to fail'); throw new RangeError('too many'); };",
  );
  await createFunction({ functionName: 'fail', role, code: { file } }, soon);
  const failing = (): Promise<unknown> =>
    invokeFunction({ functionName: 'fail', logTail: true }).catch((thrown: unknown) => thrown);
  expect(await failing()).toBeInstanceOf(FunctionError);
  // The local AWS returns Runtime.HandlerError instead of RangeError, and the stack only in the log, sometimes after its response.
  await expect.poll(failing, { timeout: 20_000 }).toMatchObject({
    errorMessage: expect.stringContaining('too many') as string,
    logTail: expect.stringContaining('about to fail') as string,
  });
  await deleteFunction('fail');
});
