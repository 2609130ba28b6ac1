import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { lambda } from '@arch/services/lambda';
import { InvokeCommand } from '@aws-sdk/client-lambda';

import { checkLambdaResponse } from './check-lambda-response.js';
import { callFields, type FunctionCall } from './request-invocation.js';
import { maxPayloadBytes, toPayload } from './to-payload.js';

export interface CheckInvocationInput extends FunctionCall {}

/**
 * Checks that a function exists and that the credentials allow its invocation. The function is not invoked.
 *
 * @example
 * await checkInvocation({ functionName: 'hello', qualifier: 'live' });
 * @throws {AccessDeniedError} the credentials do not allow the invocation.
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
    select: checkLambdaResponse('checkInvocation'),
    request: (call) => ({
      FunctionName: call.functionName,
      InvocationType: 'DryRun' as const,
      ...toPayload('checkInvocation', call, maxPayloadBytes.synchronous),
    }),
  }),
);
