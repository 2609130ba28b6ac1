import {
  alreadyExists,
  arn,
  type AwsInput,
  iamPropagation,
  input,
  operation,
  type Operation,
  tagRecord,
  type Tags,
  z,
  type Open,
} from '@arch/core/builder';
import { lambda, newFunctionName } from '@arch/services/lambda';
import { CreateFunctionCommand } from '@aws-sdk/client-lambda';

import { type FunctionSettings, passRole, settingsFields, settingsRequest } from '../../function-settings.js';
import { lambdaFunction, type LambdaFunction } from '../index.js';

/** The members of a new function, except its code. */
export interface NewFunction extends FunctionSettings, AwsInput {
  /** Name, unique in the account and region: 1–64 letters, digits, `-` and `_`. */
  readonly functionName: string;
  /** ARN of the execution role, whose permissions the function has. Its trust policy must allow `lambda.amazonaws.com` to assume it. */
  readonly role: string;
  /** Processor architecture. `arm64` costs less. Default that AWS applies: `x86_64`. */
  readonly architecture?: Open<'x86_64' | 'arm64'> | undefined;
  /** Whether AWS publishes the code as version 1. Default that AWS applies: `false`. */
  readonly publish?: boolean | undefined;
  /** Tags of the function, at most 50. */
  readonly tags?: Tags | undefined;
}

/** A new function whose code is packed. */
export interface RequestFunctionInput extends NewFunction {
  /** Request members of AWS. */
  readonly code: object;
}

/** Checks the members of {@link NewFunction}. */
export const newFunctionFields = (): Parameters<typeof input<NewFunction>>[0] => ({
  ...settingsFields(),
  functionName: newFunctionName(),
  role: arn('iam'),
  architecture: z.optional(z.enum(['x86_64', 'arm64'])),
  publish: z.optional(z.boolean()),
  tags: z.optional(tagRecord({ isLimited: true })),
});

/** Sends the request of `createFunction`. https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html */
export const requestFunction: Operation<RequestFunctionInput, LambdaFunction> = operation(() => ({
  service: lambda,
  command: CreateFunctionCommand,
  repeatable: 'refused',
  permissions: [
    { action: 'lambda:CreateFunction', resources: ['function'] },
    passRole,
    { action: 'lambda:TagResource', resources: ['function'], with: 'tags' },
    { action: 'lambda:GetLayerVersion', resources: ['layerVersion'], with: 'layers' },
    { action: 's3:GetObject', resources: ['arn:aws:s3:::*/*'], when: 'the code is in S3' },
    { action: 'ecr:GetRepositoryPolicy', resources: ['arn:aws:ecr:*:*:repository/*'], when: 'the code is an image' },
    { action: 'ecr:SetRepositoryPolicy', resources: ['arn:aws:ecr:*:*:repository/*'], when: 'the code is an image' },
  ],
  input: input<RequestFunctionInput>({ ...newFunctionFields(), code: z.custom<object>() }),
  output: lambdaFunction(),
  request: ({ architecture, code, ...settings }) => ({
    ...settingsRequest(settings),
    FunctionName: settings.functionName,
    Role: settings.role,
    Code: code,
    PackageType: 'ImageUri' in code ? ('Image' as const) : ('Zip' as const),
    ...(architecture && { Architectures: [architecture as never] }),
  }),
  propagates: iamPropagation,
  creates: ({ functionName }) => [functionName],
  errors: { ResourceConflictException: alreadyExists({ resource: 'function', member: 'functionName' }) },
}));
