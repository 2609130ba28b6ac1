import {
  type CallOptions,
  type DeclaredFunction,
  input,
  readAs,
  type StandardSchema,
  standardSchema,
  task,
  type TaskDeclaration,
  z,
} from '@arch/core/builder';

import type { Invocation, InvocationAnswer } from './invocation.js';
import { readAnswer } from './read-answer.js';
import { type AnsweredCall, callFields, requestInvocation, requestInvocationAgain } from './request-invocation.js';

export interface InvokeFunctionInput<Result = unknown> extends AnsweredCall {
  /** What the function returns, as a schema of zod, valibot, arktype or another library of Standard Schema. Default: it is not checked. */
  readonly schema?: StandardSchema<Result> | undefined;
  /** Whether calling it twice does no harm: a call whose answer was lost is then made again. Default `false`. */
  readonly idempotent?: boolean | undefined;
}

/** A function that calls another one, whose result is of the schema's type. */
export interface InvokeFunction extends DeclaredFunction<{ on: 'functionName' }> {
  <Result = unknown>(input: string | InvokeFunctionInput<Result>, options?: CallOptions): Promise<Invocation<Result>>;
}

/** The longest delay that a timer can hold. */
const noLimit = 2_147_483_647;

/**
 * Calls a function and waits for what it returns. One attempt takes as long as the function does: a limit there is on the whole only, of 16
 * minutes or `timeoutMs`. Throttled calls are tried again. A call whose answer was lost, by a broken connection or a failure of Lambda's, is not:
 * the function may have run.
 *
 * @example
 * const { payload } = await invokeFunction({ functionName: 'hello', payload: { name: 'world' }, schema: z.object({ greeting: z.string() }) });
 * console.log(payload.greeting);
 * @throws {FunctionError} the function was called and failed; it has the function's error, stack and log.
 * @throws {NotFoundError} there is no such function, version or alias in this region.
 * @throws {ConflictError} the function is not active yet.
 * @throws {InvalidInputError} the payload is over 6 MB as JSON, or JSON cannot hold it.
 * @throws {UnexpectedResponseError} what it returned does not fit the schema.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export const invokeFunction: InvokeFunction = task(
  (): TaskDeclaration<string | InvokeFunctionInput, Invocation<unknown>> => ({
    name: 'invokeFunction',
    key: 'functionName',
    input: input<InvokeFunctionInput>({
      ...callFields(),
      logTail: z.optional(z.boolean()),
      schema: z.optional(standardSchema<unknown>()),
      idempotent: z.optional(z.boolean()),
    }),
    uses: [requestInvocation],
    timeoutMs: 960_000,
    run: async (call, options) => {
      const invocation = readAnswer(call.functionName, await answerTo(call, options));
      const { schema } = call;
      if (!schema) return invocation;
      const payload = await readAs(schema, invocation.payload, { operation: 'invokeFunction', what: 'the result' });
      return Object.defineProperty(invocation, 'payload', { value: payload });
    },
  }),
) as InvokeFunction;

const answerTo = (call: InvokeFunctionInput, options: CallOptions): Promise<InvocationAnswer> => {
  const own = { ...options, timeoutMs: noLimit, attemptTimeoutMs: options.attemptTimeoutMs ?? noLimit };
  return (call.idempotent ? requestInvocationAgain : requestInvocation)(call, own);
};
