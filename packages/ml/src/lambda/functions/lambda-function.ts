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

/**
 * The states of a function. A function becomes `Inactive` after several weeks without invocations; the next invocation fails and
 * reactivates it.
 */
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
  /** Name of the function. */
  readonly functionName: string;
  /** ARN of the function. */
  readonly functionArn: string;
  /** `$LATEST`, or the number of a published version. */
  readonly version: string;
  /** Runtime, e.g. `nodejs24.x`. Absent for a container image. */
  readonly runtime?: string | undefined;
  /** Module and export of the handler, e.g. `index.handler`. Absent for a container image. */
  readonly handler?: string | undefined;
  /** ARN of the execution role, whose permissions the function has. */
  readonly role: string;
  /** Description of the function. */
  readonly description?: string | undefined;
  /** Time in seconds after which Lambda stops an invocation. */
  readonly timeoutSeconds: number;
  /** Memory in MiB. */
  readonly memoryMiB: number;
  /** Size of `/tmp` in MiB. */
  readonly ephemeralStorageMiB?: number | undefined;
  /** Processor architecture: `x86_64` or `arm64`. */
  readonly architecture?: string | undefined;
  /** Type of the code: `Zip` or `Image`. */
  readonly packageType?: string | undefined;
  /** SHA-256 hash of the .zip file in base64. `packFunctionCode` returns the same hash for the same code. */
  readonly codeSha256: string;
  /** Size of the .zip file in bytes. */
  readonly codeSizeBytes: number;
  /** Time of the last update, in UTC. */
  readonly lastModified: Date;
  /** ID of the revision, which changes with every update. An update with a `revisionId` fails if the function has another one. */
  readonly revisionId?: string | undefined;
  /** State of the function. Absent for functions that have not been updated for years; they are active. */
  readonly state?: FunctionState | undefined;
  /** AWS's reason for the state. */
  readonly stateReason?: string | undefined;
  /** AWS's code for the reason, e.g. `Creating`, `Idle` or `ImageAccessDenied`. */
  readonly stateReasonCode?: string | undefined;
  /**
   * Status of the last update: `Successful`, `InProgress` or `Failed`. While it is in progress, invocations use the previous code and
   * settings.
   */
  readonly lastUpdateStatus?: string | undefined;
  /** AWS's reason for the status of the last update. */
  readonly lastUpdateStatusReason?: string | undefined;
  /** AWS's code for the reason. */
  readonly lastUpdateStatusReasonCode?: string | undefined;
  /** Environment variables. The member is not enumerable, so that logs and JSON do not contain secrets by accident. */
  readonly environment: Readonly<Record<string, string>>;
  /** The reason why Lambda does not return the environment variables, e.g. no access to the KMS key. */
  readonly environmentError?: string | undefined;
  /** ARNs of the layer versions. */
  readonly layers: readonly string[];
  /** ID of the VPC. Absent if the function does not connect to a VPC. */
  readonly vpcId?: string | undefined;
  /** IDs of the subnets. */
  readonly subnetIds: readonly string[];
  /** IDs of the security groups. */
  readonly securityGroupIds: readonly string[];
  /** ARN of the KMS key that encrypts the environment variables. Absent for a key that AWS owns. */
  readonly kmsKeyArn?: string | undefined;
  /** ARN of the queue or topic for asynchronous events that failed after all retries. */
  readonly deadLetterTargetArn?: string | undefined;
  /** Tracing with X-Ray: `Active` or `PassThrough`. */
  readonly tracingMode?: string | undefined;
  /** Name of the log group in CloudWatch Logs. */
  readonly logGroup?: string | undefined;
}

/** Parses one Lambda `FunctionConfiguration` structure. */
export const lambdaFunction = (): Schema<LambdaFunction> =>
  hideEnvironment(resource<LambdaFunction>(FunctionConfiguration$, functionFields()));

/** The fields of {@link LambdaFunction}. */
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
