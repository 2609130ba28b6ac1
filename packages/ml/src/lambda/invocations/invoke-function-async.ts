import { type AwsResource, input, operation, type Operation, resource, type Schema, z } from '@arch/core/builder';
import { lambda } from '@arch/services/lambda';
import { InvocationResponse$, InvokeCommand } from '@aws-sdk/client-lambda';

import { checkLambdaResponse } from './check-lambda-response.js';
import { callFields, type FunctionCall } from './request-invocation.js';
import { maxPayloadBytes, toPayload } from './to-payload.js';

export interface InvokeFunctionAsyncInput extends FunctionCall {}

/** An event that Lambda has accepted. */
export interface AcceptedInvocation extends AwsResource {
  /** HTTP status, always 202. */
  readonly statusCode: number;
}

/**
 * Invokes a function asynchronously: Lambda stores the event, invokes the function later, and retries a failure up to twice. The result, or
 * the final failure, is sent to the destinations or the dead-letter queue of the function. Lambda can deliver an event more than once.
 *
 * @example
 * await invokeFunctionAsync({ functionName: 'resize', payload: { key: 'photos/1.jpg' } });
 * @throws {NotFoundError} there is no such function, version or alias in this region.
 * @throws {InvalidInputError} the payload exceeds 1 MB as JSON, or JSON does not support it.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html
 */
export const invokeFunctionAsync: Operation<
  string | InvokeFunctionAsyncInput,
  AcceptedInvocation,
  { on: 'functionName' }
> = operation(() => ({
  name: 'invokeFunctionAsync',
  service: lambda,
  command: InvokeCommand,
  // Lambda delivers asynchronous events at least once.
  repeatable: true,
  permissions: [{ action: 'lambda:InvokeFunction', resources: ['function'] }],
  key: 'functionName',
  input: input<InvokeFunctionAsyncInput>(callFields()),
  output: acceptedInvocation(),
  select: checkLambdaResponse('invokeFunctionAsync'),
  request: (call) => ({
    FunctionName: call.functionName,
    InvocationType: 'Event' as const,
    ...toPayload('invokeFunctionAsync', call, maxPayloadBytes.asynchronous),
  }),
}));

const acceptedInvocation = (): Schema<AcceptedInvocation> =>
  resource<AcceptedInvocation>(InvocationResponse$, { statusCode: z.number() });
