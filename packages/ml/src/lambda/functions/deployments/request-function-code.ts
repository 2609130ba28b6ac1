import { type AwsInput, input, operation, type Operation, text, z, type Open } from '@arch/core/builder';
import { lambda, qualifiedFunctionName } from '@arch/services/lambda';
import { UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';

import { lambdaFunction, type LambdaFunction } from '../index.js';

/** New code of a function, beside the code itself. */
export interface NewFunctionCode extends AwsInput {
  /** Name or ARN. */
  readonly functionName: string;
  /** Default: what the function has. */
  readonly architecture?: Open<'x86_64' | 'arm64'> | undefined;
  /** Publishes it as a version. Default `false`. */
  readonly publish?: boolean | undefined;
  /** Only if nobody has changed the function since: its `revisionId` as it was described. */
  readonly revisionId?: string | undefined;
}

/** New code that is packed. */
export interface RequestFunctionCodeInput extends NewFunctionCode {
  /** In AWS's words. */
  readonly code: object;
}

/** The members of {@link NewFunctionCode}, checked. */
export const newCodeFields = (): Parameters<typeof input<NewFunctionCode>>[0] => ({
  functionName: qualifiedFunctionName(),
  architecture: z.optional(z.enum(['x86_64', 'arm64'])),
  publish: z.optional(z.boolean()),
  revisionId: z.optional(text(1, 64)),
});

/** Makes the one AWS call behind `updateFunctionCode`. https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html */
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
