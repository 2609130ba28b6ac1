import { type AwsInput, type input, operation, type Operation, z } from '@arch/core/builder';
import { lambda, qualifiedFunctionName, qualifier } from '@arch/services/lambda';
import { InvokeCommand } from '@aws-sdk/client-lambda';

import { fromLambda } from './from-lambda.js';
import { invocationAnswer, type InvocationAnswer } from './invocation.js';
import { mostPayloadBytes, toPayload } from './to-payload.js';

/** Which function is called, and with what. */
export interface FunctionCall extends AwsInput {
  /** Name or ARN. */
  readonly functionName: string;
  /** The event of the function: a value that JSON supports, or JSON as bytes. Default: `{}`. */
  readonly payload?: unknown;
  /** A version or an alias. Default: `$LATEST`. */
  readonly qualifier?: string | undefined;
}

/** A call whose answer is waited for. */
export interface AnsweredCall extends FunctionCall {
  /** Whether to return the last 4 KB of what the function logged. Default `false`. */
  readonly logTail?: boolean | undefined;
}

/** The members of {@link FunctionCall}, checked. */
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
  // What arrives here has been checked as the input of `invokeFunction`.
  input: z.custom<AnsweredCall>(),
  output: invocationAnswer(),
  select: fromLambda('invokeFunction'),
  request: (call: AnsweredCall) => ({
    FunctionName: call.functionName,
    ...toPayload('invokeFunction', call, mostPayloadBytes.answered),
    ...(call.logTail && { LogType: 'Tail' as const }),
  }),
});

/** Makes the one AWS call behind `invokeFunction`. https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
export const requestInvocation: Operation<AnsweredCall, InvocationAnswer> = operation(() => ({
  ...declare(),
  repeatable: {
    advice:
      'The function may have run, so the request was not retried; pass idempotent: true for a function that may run twice.',
  },
}));

/** The same for a function that may be called twice: where an answer is lost, it is asked again. */
export const requestInvocationAgain: Operation<AnsweredCall, InvocationAnswer> = operation(() => ({
  ...declare(),
  repeatable: true,
}));
