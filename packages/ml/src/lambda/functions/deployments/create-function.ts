import { InvalidInputError } from '@arch/core';
import { input, task, type WaitableOperation, z } from '@arch/core/builder';

import { functionCode } from '../../function-code.js';
import type { FunctionCode } from '../code/index.js';
import { describeFunction, type LambdaFunction, waitForFunction } from '../index.js';
import { codeRequest, type CodeRequest } from './code-request.js';
import { newFunctionFields, type NewFunction, requestFunction } from './request-function.js';

export interface CreateFunctionInput extends NewFunction {
  /** The code: a folder or file, which the call packs, a .zip file, an object in S3, or a container image. */
  readonly code: FunctionCode;
  /**
   * Module and export of the handler in the code. Default for Node.js: `index.handler`. Required for other runtimes. Not for a container
   * image.
   */
  readonly handler?: string | undefined;
  /** Runtime. Default: `nodejs24.x`. Not for a container image. */
  readonly runtime?: string | undefined;
}

/**
 * Creates a function and packs its code: a folder or a file, also in TypeScript. With `wait: true` the call resolves when the function can
 * be invoked. Lambda does not know a new role for some seconds; the call retries for up to a minute. Defaults that AWS applies: a timeout
 * of 3 seconds and 128 MiB of memory. Not idempotent: a second call throws `AlreadyExistsError`.
 *
 * @example
 * const role = 'arn:aws:iam::123456789012:role/hello';
 * await createFunction({ functionName: 'hello', role, code: { folder: 'functions/hello' }, timeoutSeconds: 10 }, { wait: true });
 * @throws {AlreadyExistsError} there is already a function with this name in this region.
 * @throws {InvalidInputError} the code cannot be packed, exceeds Lambda's limits, or does not contain the module of the handler.
 * @throws {LocalError} the code cannot be read.
 * @throws {InvalidRequestError} Lambda cannot assume the role, or rejects the code.
 * @throws {WaitError} with `wait`: the function failed to become active; the error contains Lambda's reason.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
 */
export const createFunction: WaitableOperation<
  CreateFunctionInput,
  LambdaFunction,
  LambdaFunction,
  { on: 'functionName' | 'layerVersionArn' | 'roleArn'; with: 'layers' | 'tags' }
> = task(() => ({
  name: 'createFunction',
  key: 'functionName',
  input: input<CreateFunctionInput>({ ...newFunctionFields(), code: functionCode() }).check(
    z.refine(
      ({ runtime = 'nodejs', handler, code }) => runtime.startsWith('nodejs') || handler !== undefined || isImage(code),
      'a handler: only Node.js has a default',
    ),
    z.refine(
      ({ runtime, handler, layers, code }) => !isImage(code) || (runtime ?? handler ?? layers) === undefined,
      'no runtime, handler and layers if the code is an image, which contains them',
    ),
  ),
  uses: [requestFunction, describeFunction],
  run: async ({ code, ...members }, options, { making }) => {
    const settings = isImage(code) ? members : { handler: 'index.handler', runtime: 'nodejs24.x', ...members };
    const { limits, ...packed } = await codeRequest('createFunction', code, options);
    checkHandler(settings, packed);
    const request = requestFunction({ ...settings, code: packed.code }, { ...options, ...limits });
    return making(`the function ${members.functionName} may exist: describeFunction shows it`, request);
  },
  wait: ({ functionName }, options) => waitForFunction({ functionName, state: 'active' }, options),
}));

const isImage = (code: FunctionCode): boolean => 'imageUri' in code;

/**
 * Checks that the code contains the module of the handler. Lambda would fail only at the first invocation. Code with layers is not checked,
 * because a layer can contain the module.
 */
const checkHandler = (
  { handler = '', runtime = '', layers = [] }: NewFunction,
  { files, excluded = [] }: Pick<CodeRequest, 'files' | 'excluded'>,
): void => {
  if (!files || !runtime.startsWith('nodejs') || layers.length > 0) return;
  const module = handler.slice(0, handler.lastIndexOf('.'));
  if (files.some((name) => name.replace(/\.[cm]?js$/, '') === module || name.startsWith('node_modules/'))) return;
  const exclusion =
    excluded.length > 0
      ? ` Not packed, because they may be secrets: ${excluded.join(', ')}; add required files to code.include.`
      : '';
  throw new InvalidInputError(
    `createFunction: handler must name a module in the code (got ${JSON.stringify(handler)}). The code contains ${files.slice(0, 5).join(', ')}.${exclusion}`,
    { operation: 'createFunction' },
  );
};
