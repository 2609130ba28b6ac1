import { type AwsInput, type input, operation, type Operation, z } from '@arch/core/builder';
import { lambda, qualifiedFunctionName, qualifier } from '@arch/services/lambda';
import { InvokeCommand } from '@aws-sdk/client-lambda';

import { checkLambdaResponse } from './check-lambda-response.js';
import { invocationResponse, type InvocationResponse } from './invocation.js';
import { maxPayloadBytes, toPayload } from './to-payload.js';

/** A function and its event. */
export interface FunctionCall extends AwsInput {
  /** Name or ARN of the function. */
  readonly functionName: string;
  /** The event of the function: a value that JSON supports, or JSON as bytes. Default: `{}`. */
  readonly payload?: unknown;
  /** Version or alias. Default: `$LATEST`. */
  readonly qualifier?: string | undefined;
}

/** A synchronous invocation. */
export interface AnsweredCall extends FunctionCall {
  /** Whether the result contains the last 4 KB of the log. Default: `false`. */
  readonly logTail?: boolean | undefined;
}

/** Checks the members of {@link FunctionCall}. */
export const callFields = (): Parameters<typeof input<FunctionCall>>[0] => ({
  functionName: qualifiedFunctionName(),
  payload: z.optional(z.unknown()),
  qualifier: z.optional(qualifier()),
});

const declare = () => ({
  name: 'invokeFunction',
  service: lambda,
  command: InvokeCommand,
  permissions: [{ action: 'lambda:InvokeFunction', resources: ['function'] }],
  // `invokeFunction` has already checked the input.
  input: z.custom<AnsweredCall>(),
  output: invocationResponse(),
  select: checkLambdaResponse('invokeFunction'),
  request: (call: AnsweredCall) => ({
    FunctionName: call.functionName,
    ...toPayload('invokeFunction', call, maxPayloadBytes.synchronous),
    ...(call.logTail && { LogType: 'Tail' as const }),
  }),
});

/** Sends the request of `invokeFunction`. https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
export const requestInvocation: Operation<AnsweredCall, InvocationResponse> = operation(() => ({
  ...declare(),
  repeatable: {
    advice:
      'The function may have run, so the request was not retried; pass idempotent: true for a function that may run twice.',
  },
}));

/** The same for an idempotent function: a request whose response was lost is retried. */
export const requestIdempotentInvocation: Operation<AnsweredCall, InvocationResponse> = operation(() => ({
  ...declare(),
  repeatable: true,
}));
