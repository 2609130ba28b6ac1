import { input, task, type WaitableOperation } from '@arch/core/builder';

import { functionCode } from '../../function-code.js';
import type { FunctionCode } from '../code/index.js';
import { describeFunction, type LambdaFunction, waitForFunction } from '../index.js';
import { updateInProgress } from '../update-in-progress.js';
import { codeRequest } from './code-request.js';
import { newCodeFields, type NewFunctionCode, requestFunctionCode } from './request-function-code.js';

export interface UpdateFunctionCodeInput extends NewFunctionCode {
  /** As `createFunction` takes it. */
  readonly code: FunctionCode;
}

/**
 * Replaces the code of a function, packed as `createFunction` packs it. With `wait: true` it first waits for an earlier
 * update that is in progress, and resolves when the new code is in effect: until then calls run the old one.
 *
 * @example
 * await updateFunctionCode({ functionName: 'hello', code: { folder: 'functions/hello' } }, { wait: true });
 * @throws {NotFoundError} there is no such function in this region.
 * @throws {ConflictError} another change is in progress, or somebody has changed it since `revisionId`.
 * @throws {InvalidInputError} the code cannot be packed, or is over Lambda's limits.
 * @throws {LocalError} the code cannot be read.
 * @throws {WaitError} the change failed; the reason is Lambda's.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html
 */
export const updateFunctionCode: WaitableOperation<
  UpdateFunctionCodeInput,
  LambdaFunction,
  LambdaFunction,
  { on: 'functionName'; with: 'tags' }
> = task(() => ({
  name: 'updateFunctionCode',
  input: input<UpdateFunctionCodeInput>({ ...newCodeFields(), code: functionCode() }),
  uses: [requestFunctionCode, describeFunction],
  run: async ({ code, ...own }, options) => {
    const packed = await codeRequest('updateFunctionCode', code, options);
    return requestFunctionCode({ ...own, code: packed.code }, { ...options, ...packed.limits });
  },
  busy: updateInProgress,
  wait: ({ functionName }, options) => waitForFunction({ functionName, state: 'updated' }, options),
}));
