import { input, task, type WaitableOperation } from '@arch/core/builder';

import { functionCode } from '../../function-code.js';
import type { FunctionCode } from '../code/index.js';
import { describeFunction, type LambdaFunction, waitForFunction } from '../index.js';
import { updateInProgress } from '../update-in-progress.js';
import { codeRequest } from './code-request.js';
import { newCodeFields, type NewFunctionCode, requestFunctionCode } from './request-function-code.js';

export interface UpdateFunctionCodeInput extends NewFunctionCode {
  /** The code: a folder or file, which the call packs, a .zip file, an object in S3, or a container image. */
  readonly code: FunctionCode;
}

/**
 * Replaces the code of a function. The code is packed as by `createFunction`. With `wait: true` the call first waits for an earlier update
 * that is in progress, and resolves when the new code is in effect. Until then, invocations run the old code.
 *
 * @example
 * await updateFunctionCode({ functionName: 'hello', code: { folder: 'functions/hello' } }, { wait: true });
 * @throws {NotFoundError} there is no such function in this region.
 * @throws {ConflictError} another update is in progress, or the function does not have the `revisionId` any more.
 * @throws {InvalidInputError} the code cannot be packed, or exceeds Lambda's limits.
 * @throws {LocalError} the code cannot be read.
 * @throws {WaitError} with `wait`: the update failed; the error contains Lambda's reason.
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
  run: async ({ code, ...members }, options) => {
    const packed = await codeRequest('updateFunctionCode', code, options);
    return requestFunctionCode({ ...members, code: packed.code }, { ...options, ...packed.limits });
  },
  busy: updateInProgress,
  wait: ({ functionName }, options) => waitForFunction({ functionName, state: 'updated' }, options),
}));
