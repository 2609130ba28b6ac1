import { ArchError, DeadlineError } from '@arch/core';
import { addNote, type CallOptions, input, type Observation, waiter, type Waiter, z } from '@arch/core/builder';

import type { LambdaFunction } from '../index.js';
import { requestFunction, type RequestFunctionInput } from './request-function.js';

/** IAM tells the other services of a new role, its policies and the grants of its keys within some seconds. */
const notKnownYet =
  /cannot be assumed by Lambda|execution role does not have permissions|KMS key is invalid for CreateGrant/;

export interface Refusal {
  readonly error: unknown;
}
export type Outcome = { readonly created: LambdaFunction } | Refusal;
export type Attempt = (options: CallOptions) => Promise<Observation<Outcome>>;

/** Asks for a function until Lambda knows its role, for a minute: a role that is wrong looks just the same. */
export const requestWhenRoleIsUsable = async (
  request: RequestFunctionInput,
  options: CallOptions,
): Promise<LambdaFunction> => {
  const first = await ask(request, options);
  const outcome = isTooEarly(first) ? await askAgain(first, request, options) : first;
  if ('created' in outcome) return outcome.created;
  throw outcome.error as Error;
};

const ask = (request: RequestFunctionInput, options: CallOptions): Promise<Outcome> =>
  requestFunction(request, options).then(
    (created) => ({ created }),
    (error: unknown) => ({ error }),
  );

const isTooEarly = (outcome: Outcome): outcome is Refusal =>
  'error' in outcome && outcome.error instanceof ArchError && notKnownYet.test(outcome.error.message);

const askAgain = async (
  first: Refusal,
  request: RequestFunctionInput,
  { timeoutMs: ofOneRequest, ...options }: CallOptions,
): Promise<Outcome> => {
  let last: Outcome = first;
  let looks = 0;
  const attempt: Attempt = async (own) => {
    if (looks++ > 0) last = await ask(request, { ...own, timeoutMs: ofOneRequest });
    return isTooEarly(last)
      ? { verdict: 'pending', state: 'refused', reason: (last.error as Error).message, value: last }
      : { verdict: 'reached', state: 'answered', value: last };
  };
  const timeoutMs = 60_000 + (options.attemptTimeoutMs ?? 0);
  return attempts({ functionName: request.functionName, attempt }, { ...options, timeoutMs }).catch(
    (error: unknown) => {
      if (!(error instanceof DeadlineError) || error.limit !== 'wait' || !isTooEarly(last)) throw error;
      const note = 'It stayed so for a minute: does its trust policy let lambda.amazonaws.com assume it?';
      return { error: addNote(last.error, note) };
    },
  );
};

/** Asks, with pauses, until the answer is final. */
export const attempts: Waiter<{ functionName: string; attempt: Attempt }, Outcome> = waiter(() => ({
  name: 'createFunction',
  key: 'functionName',
  input: input<{ functionName: string; attempt: Attempt }>({ functionName: z.string(), attempt: z.custom<Attempt>() }),
  uses: [requestFunction],
  look: ({ attempt }, options) => attempt(options),
}));
