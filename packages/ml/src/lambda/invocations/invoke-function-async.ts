import { type AwsResource, input, operation, type Operation, resource, type Schema, z } from '@arch/core/builder';
import { lambda } from '@arch/services/lambda';
import { InvocationResponse$, InvokeCommand } from '@aws-sdk/client-lambda';

import { fromLambda } from './from-lambda.js';
import { callFields, type FunctionCall } from './request-invocation.js';
import { mostPayloadBytes, toPayload } from './to-payload.js';

export interface InvokeFunctionAsyncInput extends FunctionCall {}

/** That Lambda has taken an event. */
export interface AcceptedInvocation extends AwsResource {
  /** 202. */
  readonly statusCode: number;
}

/**
 * Leaves an event for a function with Lambda, which calls it when it can, and up to twice again where it fails. What it returns, and whether it
 * failed for good, goes to its destinations or its dead-letter queue. An event may arrive twice, from Lambda's side too.
 *
 * @example
 * await invokeFunctionAsync({ functionName: 'resize', payload: { key: 'photos/1.jpg' } });
 * @throws {NotFoundError} there is no such function, version or alias in this region.
 * @throws {InvalidInputError} the payload is over 1 MB as JSON, or JSON cannot hold it.
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
  select: fromLambda('invokeFunctionAsync'),
  request: (call) => ({
    FunctionName: call.functionName,
    InvocationType: 'Event' as const,
    ...toPayload('invokeFunctionAsync', call, mostPayloadBytes.queued),
  }),
}));

const acceptedInvocation = (): Schema<AcceptedInvocation> =>
  resource<AcceptedInvocation>(InvocationResponse$, { statusCode: z.number() });
