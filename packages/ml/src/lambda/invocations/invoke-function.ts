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

import type { Invocation, InvocationResponse } from './invocation.js';
import { readInvocation } from './read-invocation.js';
import { type AnsweredCall, callFields, requestInvocation, requestIdempotentInvocation } from './request-invocation.js';

export interface InvokeFunctionInput<Result = unknown> extends AnsweredCall {
  /**
   * Schema of the result, from zod, valibot, arktype or another library that implements Standard Schema. Default: the result is not
   * checked.
   */
  readonly schema?: StandardSchema<Result> | undefined;
  /** Whether the function can safely run twice. `true` retries an invocation whose response was lost. Default: `false`. */
  readonly idempotent?: boolean | undefined;
}

/** The type of `invokeFunction`: the result has the type of the schema. */
export interface InvokeFunction extends DeclaredFunction<{ on: 'functionName' }> {
  <Result = unknown>(input: string | InvokeFunctionInput<Result>, options?: CallOptions): Promise<Invocation<Result>>;
}

/** The longest delay of a timer. */
const noTimeoutMs = 2_147_483_647;

/**
 * Invokes a function and waits for its result. An attempt has no timeout of its own, because it takes as long as the function; the call has
 * a timeout of 16 minutes, or `timeoutMs`. Throttled invocations are retried. An invocation whose response was lost is not retried, because
 * the function may have run.
 *
 * @example
 * const { payload } = await invokeFunction({ functionName: 'hello', payload: { name: 'world' }, schema: z.object({ greeting: z.string() }) });
 * console.log(payload.greeting);
 * @throws {FunctionError} the function was invoked and failed; the error contains the function's error, stack and log.
 * @throws {NotFoundError} there is no such function, version or alias in this region.
 * @throws {ConflictError} the function is not active yet.
 * @throws {InvalidInputError} the payload exceeds 6 MB as JSON, or JSON does not support it.
 * @throws {UnexpectedResponseError} the result does not match the schema.
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
      const invocation = readInvocation(call.functionName, await responseTo(call, options));
      const { schema } = call;
      if (!schema) return invocation;
      const payload = await readAs(schema, invocation.payload, { operation: 'invokeFunction', what: 'the result' });
      return Object.defineProperty(invocation, 'payload', { value: payload });
    },
  }),
) as InvokeFunction;

const responseTo = (call: InvokeFunctionInput, options: CallOptions): Promise<InvocationResponse> => {
  const own = { ...options, timeoutMs: noTimeoutMs, attemptTimeoutMs: options.attemptTimeoutMs ?? noTimeoutMs };
  return (call.idempotent ? requestIdempotentInvocation : requestInvocation)(call, own);
};
