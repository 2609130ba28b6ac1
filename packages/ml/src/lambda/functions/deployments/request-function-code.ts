import { type AwsInput, input, operation, type Operation, text, z, type Open } from '@arch/core/builder';
import { lambda, qualifiedFunctionName } from '@arch/services/lambda';
import { UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';

import { lambdaFunction, type LambdaFunction } from '../index.js';

/** The members of a code update, except the code. */
export interface NewFunctionCode extends AwsInput {
  /** Name or ARN of the function. */
  readonly functionName: string;
  /** Processor architecture. Default: not changed. */
  readonly architecture?: Open<'x86_64' | 'arm64'> | undefined;
  /** Whether AWS publishes the code as a version. Default that AWS applies: `false`. */
  readonly publish?: boolean | undefined;
  /** The `revisionId` that you expect. The update fails if the function has changed since. */
  readonly revisionId?: string | undefined;
}

/** A code update whose code is packed. */
export interface RequestFunctionCodeInput extends NewFunctionCode {
  /** Request members of AWS. */
  readonly code: object;
}

/** Checks the members of {@link NewFunctionCode}. */
export const newCodeFields = (): Parameters<typeof input<NewFunctionCode>>[0] => ({
  functionName: qualifiedFunctionName(),
  architecture: z.optional(z.enum(['x86_64', 'arm64'])),
  publish: z.optional(z.boolean()),
  revisionId: z.optional(text(1, 64)),
});

/** Sends the request of `updateFunctionCode`. https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html */
export const requestFunctionCode: Operation<RequestFunctionCodeInput, LambdaFunction> = operation(() => ({
  service: lambda,
  command: UpdateFunctionCodeCommand,
  permissions: [
    { action: 'lambda:UpdateFunctionCode', resources: ['function'] },
    { action: 's3:GetObject', resources: ['arn:aws:s3:::*/*'], when: 'the code is in S3' },
  ],
  input: input<RequestFunctionCodeInput>({ ...newCodeFields(), code: z.custom<object>() }),
  output: lambdaFunction(),
  request: ({ functionName, architecture, code }) => ({
    FunctionName: functionName,
    ...code,
    ...(architecture && { Architectures: [architecture as never] }),
  }),
}));
