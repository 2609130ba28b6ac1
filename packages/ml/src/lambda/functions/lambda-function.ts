import {
  type AwsResource,
  optionalString,
  from,
  list,
  type Open,
  openEnum,
  resource,
  type Schema,
  z,
} from '@arch/core/builder';
import { FunctionConfiguration$ } from '@aws-sdk/client-lambda';

import { hideEnvironment } from './hide-environment.js';

/** A function that nobody has called for weeks is `Inactive`: the next call wakes it, and fails. */
export const functionStates = [
  'Pending',
  'Active',
  'Inactive',
  'Failed',
  'Deactivating',
  'Deactivated',
  'Deleting',
] as const;
export type FunctionState = Open<(typeof functionStates)[number]>;

/** A Lambda function, or a version of one. https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html */
export interface LambdaFunction extends AwsResource {
  readonly functionName: string;
  readonly functionArn: string;
  /** `$LATEST`, or the number of a published version. */
  readonly version: string;
  /** e.g. `nodejs24.x`; absent for a container image. */
  readonly runtime?: string | undefined;
  /** e.g. `index.handler`; absent for a container image. */
  readonly handler?: string | undefined;
  /** ARN of the role that it works with. */
  readonly role: string;
  readonly description?: string | undefined;
  /** After which Lambda stops a call. */
  readonly timeoutSeconds: number;
  readonly memoryMiB: number;
  /** What `/tmp` holds. */
  readonly ephemeralStorageMiB?: number | undefined;
  /** `x86_64` or `arm64`. */
  readonly architecture?: string | undefined;
  /** `Zip` or `Image`. */
  readonly packageType?: string | undefined;
  /** Base64; that of `packFunctionCode` is equal for the same code. */
  readonly codeSha256: string;
  readonly codeSizeBytes: number;
  /** In UTC. */
  readonly lastModified: Date;
  /** Changes with every change; a change that names it is only made to this one. */
  readonly revisionId?: string | undefined;
  /** Absent for functions that nobody has changed for years: they are active. */
  readonly state?: FunctionState | undefined;
  readonly stateReason?: string | undefined;
  /** e.g. `Creating`, `Idle` or `ImageAccessDenied`. */
  readonly stateReasonCode?: string | undefined;
  /** `Successful`, `InProgress` or `Failed`: while a change is in progress, the code and settings before it are run. */
  readonly lastUpdateStatus?: string | undefined;
  readonly lastUpdateStatusReason?: string | undefined;
  readonly lastUpdateStatusReasonCode?: string | undefined;
  /** Environment variables, which often hold secrets: not enumerable, so that they get into no log and no JSON by accident. */
  readonly environment: Readonly<Record<string, string>>;
  /** Why Lambda cannot show the environment variables, e.g. because the KMS key may not be used. */
  readonly environmentError?: string | undefined;
  /** ARNs of layer versions. */
  readonly layers: readonly string[];
  /** Absent outside of a VPC. */
  readonly vpcId?: string | undefined;
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
  readonly kmsKeyArn?: string | undefined;
  /** ARN of the queue or topic to which events go that failed for good. */
  readonly deadLetterTargetArn?: string | undefined;
  /** X-Ray: `Active` or `PassThrough`. */
  readonly tracingMode?: string | undefined;
  /** Its group in CloudWatch Logs. */
  readonly logGroup?: string | undefined;
}

/** Parses one Lambda `FunctionConfiguration` structure. */
export const lambdaFunction = (): Schema<LambdaFunction> =>
  hideEnvironment(resource<LambdaFunction>(FunctionConfiguration$, functionFields()));

/** How the members of {@link LambdaFunction} are read. */
export const functionFields = (): Parameters<typeof resource<LambdaFunction>>[1] => ({
  functionName: z.string(),
  functionArn: z.string(),
  version: z.string(),
  runtime: optionalString(),
  handler: optionalString(),
  role: z.string(),
  description: optionalString(),
  timeoutSeconds: from('Timeout', z.number()),
  memoryMiB: from('MemorySize', z.number()),
  ephemeralStorageMiB: from('EphemeralStorage.Size', z.optional(z.number())),
  architecture: from('Architectures', {
    type: z.optional(z.string()),
    read: (value) => (value as string[] | undefined)?.[0],
  }),
  packageType: optionalString(),
  codeSha256: z.string(),
  codeSizeBytes: from('CodeSize', z.number()),
  lastModified: { type: z.date(), read: (value) => new Date(String(value)) },
  revisionId: optionalString(),
  state: z.optional(openEnum(functionStates)),
  stateReason: optionalString(),
  stateReasonCode: optionalString(),
  lastUpdateStatus: optionalString(),
  lastUpdateStatusReason: optionalString(),
  lastUpdateStatusReasonCode: optionalString(),
  environment: from('Environment.Variables', { type: z.record(z.string(), z.string()), read: (value) => value ?? {} }),
  environmentError: from('Environment.Error.Message', optionalString()),
  layers: list({ type: z.string(), read: (value) => (value as { readonly Arn?: string }).Arn }),
  vpcId: from('VpcConfig.VpcId', optionalString()),
  subnetIds: from('VpcConfig.SubnetIds', list(z.string())),
  securityGroupIds: from('VpcConfig.SecurityGroupIds', list(z.string())),
  kmsKeyArn: optionalString(),
  deadLetterTargetArn: from('DeadLetterConfig.TargetArn', optionalString()),
  tracingMode: from('TracingConfig.Mode', optionalString()),
  logGroup: from('LoggingConfig.LogGroup', optionalString()),
});
