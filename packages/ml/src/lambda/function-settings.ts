import { arn, ec2Id, type input, type Permission, text, z, type Open } from '@arch/core/builder';
import type { UpdateFunctionConfigurationCommandInput } from '@aws-sdk/client-lambda';

import { environment } from './environment.js';

/** The settings of a function. */
export interface FunctionSettings {
  /** Module and export of the handler in the code, e.g. `index.handler`. */
  readonly handler?: string | undefined;
  /** Runtime, e.g. `nodejs24.x` or `python3.14`. */
  readonly runtime?: string | undefined;
  /** Description, at most 256 characters. */
  readonly description?: string | undefined;
  /** Time in seconds after which Lambda stops an invocation, 1–900. Default that AWS applies to a new function: 3. */
  readonly timeoutSeconds?: number | undefined;
  /** Memory in MiB, 128–10,240. The processing power is proportional to the memory. Default that AWS applies to a new function: 128. */
  readonly memoryMiB?: number | undefined;
  /** Size of `/tmp` in MiB, 512–10,240. Default that AWS applies to a new function: 512. */
  readonly ephemeralStorageMiB?: number | undefined;
  /** Environment variables, at most 4 KB in total. Everyone who can describe the function can read them. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
  /** ARNs of at most 5 layer versions. */
  readonly layers?: readonly string[] | undefined;
  /**
   * IDs of at most 16 subnets of a VPC to which the function connects. From a VPC, the function has access to the internet only through a
   * NAT gateway.
   */
  readonly subnetIds?: readonly string[] | undefined;
  /** IDs of at most 5 security groups of the VPC. */
  readonly securityGroupIds?: readonly string[] | undefined;
  /** ARN of the KMS key that encrypts the environment variables. Default: a key that AWS owns. */
  readonly kmsKeyArn?: string | undefined;
  /** ARN of an SQS queue or SNS topic for asynchronous events that failed after all retries. */
  readonly deadLetterTargetArn?: string | undefined;
  /** Tracing with X-Ray. Default that AWS applies to a new function: `PassThrough`. */
  readonly tracingMode?: Open<'Active' | 'PassThrough'> | undefined;
  /** Name of the log group in CloudWatch Logs. Default that AWS applies to a new function: `/aws/lambda/` and the name of the function. */
  readonly logGroup?: string | undefined;
}

const integerBetween = (least: number, most: number): z.ZodMiniType<number> => z.int().check(z.gte(least), z.lte(most));

/** Checks the members of {@link FunctionSettings}. */
export const settingsFields = (): Parameters<typeof input<FunctionSettings>>[0] => ({
  handler: z.optional(z.string().check(z.regex(/^\S{1,128}$/, '1–128 characters without spaces, e.g. index.handler'))),
  runtime: z.optional(z.string().check(z.regex(/^[a-z][a-z0-9.-]{1,40}$/, 'a runtime such as nodejs24.x'))),
  description: z.optional(text(0, 256)),
  timeoutSeconds: z.optional(integerBetween(1, 900)),
  memoryMiB: z.optional(integerBetween(128, 10_240)),
  ephemeralStorageMiB: z.optional(integerBetween(512, 10_240)),
  environment: z.optional(environment()),
  layers: z.optional(z.array(layerVersion()).check(z.maxLength(5))),
  subnetIds: z.optional(z.array(ec2Id('subnet')).check(z.maxLength(16))),
  securityGroupIds: z.optional(z.array(ec2Id('sg')).check(z.maxLength(5))),
  kmsKeyArn: z.optional(arn('kms')),
  deadLetterTargetArn: z.optional(arn('sqs', 'sns')),
  tracingMode: z.optional(z.enum(['Active', 'PassThrough'])),
  logGroup: z.optional(z.string().check(z.regex(/^[\w./#-]{1,512}$/, '1–512 letters, digits and _-./#'))),
});

const layerVersion = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^arn:[\w-]+:lambda:[a-z0-9-]+:\d{12}:layer:[\w-]+:\d+$/,
        "a layer version's ARN such as arn:aws:lambda:eu-west-1:123456789012:layer:tools:3",
      ),
    );

/** The permission to pass a role to a function. */
export const passRole: Permission = {
  action: 'iam:PassRole',
  resources: ['arn:aws:iam::*:role/{roleArn}'],
  condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
};

/** Returns the settings whose name or form differs in AWS's request. */
export const settingsRequest = (
  settings: FunctionSettings,
): Omit<UpdateFunctionConfigurationCommandInput, 'FunctionName'> => {
  const { environment, subnetIds, securityGroupIds, ephemeralStorageMiB } = settings;
  const { deadLetterTargetArn, tracingMode, logGroup } = settings;
  return {
    Timeout: settings.timeoutSeconds,
    MemorySize: settings.memoryMiB,
    ...(ephemeralStorageMiB !== undefined && { EphemeralStorage: { Size: ephemeralStorageMiB } }),
    ...(environment && { Environment: { Variables: environment } }),
    ...((subnetIds ?? securityGroupIds) && {
      VpcConfig: {
        SubnetIds: subnetIds && [...subnetIds],
        SecurityGroupIds: securityGroupIds && [...securityGroupIds],
      },
    }),
    ...(deadLetterTargetArn !== undefined && { DeadLetterConfig: { TargetArn: deadLetterTargetArn } }),
    ...(tracingMode && { TracingConfig: { Mode: tracingMode as never } }),
    ...(logGroup !== undefined && { LoggingConfig: { LogGroup: logGroup } }),
  };
};
