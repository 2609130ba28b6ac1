import { ArchError } from '@arch/core';
import { addNote, type CallOptions, retryWhile } from '@arch/core/builder';

import type { LambdaFunction } from '../index.js';
import { requestFunction, type RequestFunctionInput } from './request-function.js';

/** IAM tells the other services of a new role, its policies and the grants of its keys within some seconds. */
const notKnownYet =
  /cannot be assumed by Lambda|execution role does not have permissions|KMS key is invalid for CreateGrant/;

const isTooEarly = (error: unknown): error is ArchError =>
  error instanceof ArchError && notKnownYet.test(error.message);

const rule = {
  when: isTooEarly,
  patienceMs: 60_000,
  /** At random from 1 s to 2 s, 4 s, 8 s, and at last to 15 s. */
  pauseMs: (repeat: number): number => 1_000 + Math.random() * (Math.min(1_000 * 2 ** repeat, 15_000) - 1_000),
  phase: 'waiting until Lambda can assume the role',
};

/** Requests a function until Lambda knows its role, for a minute: a wrong role gets the same response. */
export const requestWhenRoleIsUsable = async (
  request: RequestFunctionInput,
  options: CallOptions,
): Promise<LambdaFunction> => {
  try {
    return await retryWhile(rule, options, () => requestFunction(request, options));
  } catch (error) {
    const note = 'It stayed so for a minute: does its trust policy let lambda.amazonaws.com assume it?';
    throw isTooEarly(error) && !options.signal?.aborted ? addNote(error, note) : error;
  }
};
