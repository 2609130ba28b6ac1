import { InvalidInputError } from '@arch/core';
import { input, task, type WaitableOperation, z } from '@arch/core/builder';

import { functionCode } from '../../function-code.js';
import type { FunctionCode } from '../code/index.js';
import { describeFunction, type LambdaFunction, waitForFunction } from '../index.js';
import { codeRequest, type CodeRequest } from './code-request.js';
import { newFunctionFields, type NewFunction, requestFunction } from './request-function.js';

export interface CreateFunctionInput extends NewFunction {
  /** A folder or file, which is packed for you, a .zip file, an object in S3, or a container image. */
  readonly code: FunctionCode;
  /** Default for Node.js `index.handler`; others have to say it. */
  readonly handler?: string | undefined;
  /** Default `nodejs24.x`. */
  readonly runtime?: string | undefined;
}

/**
 * Makes a function of code that it packs itself: a folder, a file, TypeScript too. With `wait: true` it resolves when the function can be
 * called. A role that has just been made is not known to Lambda for some seconds: it is asked again for up to a minute. Without
 * `timeoutSeconds` and `memoryMiB` AWS gives a function 3 seconds and 128 MiB.
 *
 * @example
 * const role = 'arn:aws:iam::123456789012:role/hello';
 * await createFunction({ functionName: 'hello', role, code: { folder: 'functions/hello' }, timeoutSeconds: 10 }, { wait: true });
 * @throws {AlreadyExistsError} there is a function of that name in this region.
 * @throws {InvalidInputError} the code cannot be packed, is over Lambda's limits, or does not hold what the handler names.
 * @throws {LocalError} the code cannot be read.
 * @throws {InvalidRequestError} Lambda may not assume the role, or refuses the code.
 * @throws {WaitError} the function failed to become active; the reason is Lambda's.
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
  run: async ({ code, ...own }, options, { making }) => {
    const made = isImage(code) ? own : { handler: 'index.handler', runtime: 'nodejs24.x', ...own };
    const { limits, ...packed } = await codeRequest('createFunction', code, options);
    checkHandler(made, packed);
    const request = requestFunction({ ...made, code: packed.code }, { ...options, ...limits });
    return making(`the function ${own.functionName} may exist: describeFunction shows it`, request);
  },
  wait: ({ functionName }, options) => waitForFunction({ functionName, state: 'active' }, options),
}));

const isImage = (code: FunctionCode): boolean => 'imageUri' in code;

/** Lambda takes a handler that is not there, and fails at the first call. What layers bring is not known here. */
const checkHandler = (
  { handler = '', runtime = '', layers = [] }: NewFunction,
  { files, excluded = [] }: Pick<CodeRequest, 'files' | 'excluded'>,
): void => {
  if (!files || !runtime.startsWith('nodejs') || layers.length > 0) return;
  const module = handler.slice(0, handler.lastIndexOf('.'));
  if (files.some((name) => name.replace(/\.[cm]?js$/, '') === module || name.startsWith('node_modules/'))) return;
  const without =
    excluded.length > 0 ? `, without ${excluded.join(', ')}: code.include packs what may be a secret` : '';
  throw new InvalidInputError(
    `createFunction: handler must name a module in the code (got ${JSON.stringify(handler)}). The code contains ${files.slice(0, 5).join(', ')}${without}.`,
    { operation: 'createFunction' },
  );
};
