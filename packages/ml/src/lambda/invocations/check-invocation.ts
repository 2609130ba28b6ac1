import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { lambda } from '@arch/services/lambda';
import { InvokeCommand } from '@aws-sdk/client-lambda';

import { fromLambda } from './from-lambda.js';
import { callFields, type FunctionCall } from './request-invocation.js';
import { mostPayloadBytes, toPayload } from './to-payload.js';

export interface CheckInvocationInput extends FunctionCall {}

/**
 * Has Lambda check whether a function could be called: that it is there, and that the credentials may call it. It is not called.
 *
 * @example
 * await checkInvocation({ functionName: 'hello', qualifier: 'live' });
 * @throws {AccessDeniedError} the credentials may not call it.
 * @throws {NotFoundError} there is no such function, version or alias in this region.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export const checkInvocation: Operation<string | CheckInvocationInput, void, { on: 'functionName' }> = operation(
  () => ({
    name: 'checkInvocation',
    service: lambda,
    command: InvokeCommand,
    mutates: false,
    permissions: [{ action: 'lambda:InvokeFunction', resources: ['function'] }],
    key: 'functionName',
    input: input<CheckInvocationInput>(callFields()),
    output: noOutput(),
    select: fromLambda('checkInvocation'),
    request: (call) => ({
      FunctionName: call.functionName,
      InvocationType: 'DryRun' as const,
      ...toPayload('checkInvocation', call, mostPayloadBytes.answered),
    }),
  }),
);
