import { arn, ec2Id, type input, type Permission, text, z, type Open } from '@arch/core/builder';
import type { UpdateFunctionConfigurationCommandInput } from '@aws-sdk/client-lambda';

import { environment } from './environment.js';

/** How a function runs. */
export interface FunctionSettings {
  /** Module and export within the code, e.g. `index.handler`. */
  readonly handler?: string | undefined;
  /** e.g. `nodejs24.x` or `python3.14`. */
  readonly runtime?: string | undefined;
  /** Up to 256 characters. */
  readonly description?: string | undefined;
  /** After which Lambda stops a call, 1–900. */
  readonly timeoutSeconds?: number | undefined;
  /** 128–10,240. More memory is more processor too. */
  readonly memoryMiB?: number | undefined;
  /** What `/tmp` holds, 512–10,240. AWS's default is 512. */
  readonly ephemeralStorageMiB?: number | undefined;
  /** Environment variables, at most 4 KB in all. Whoever may see the function sees them. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
  /** ARNs of layer versions, at most 5. */
  readonly layers?: readonly string[] | undefined;
  /** Subnets of the VPC that it works in. From there it reaches the internet through a NAT gateway only. */
  readonly subnetIds?: readonly string[] | undefined;
  readonly securityGroupIds?: readonly string[] | undefined;
  /** The KMS key that encrypts its environment variables. Default: one of AWS's. */
  readonly kmsKeyArn?: string | undefined;
  /** ARN of an SQS queue or SNS topic for events that failed for good. */
  readonly deadLetterTargetArn?: string | undefined;
  /** X-Ray. AWS's default is `PassThrough`. */
  readonly tracingMode?: Open<'Active' | 'PassThrough'> | undefined;
  /** Its group in CloudWatch Logs. AWS's default is `/aws/lambda/` and its name. */
  readonly logGroup?: string | undefined;
}

const within = (least: number, most: number): z.ZodMiniType<number> => z.int().check(z.gte(least), z.lte(most));

/** The members of {@link FunctionSettings}, checked. */
export const settingsFields = (): Parameters<typeof input<FunctionSettings>>[0] => ({
  handler: z.optional(z.string().check(z.regex(/^\S{1,128}$/, '1–128 characters without spaces, e.g. index.handler'))),
  runtime: z.optional(z.string().check(z.regex(/^[a-z][a-z0-9.-]{1,40}$/, 'a runtime such as nodejs24.x'))),
  description: z.optional(text(0, 256)),
  timeoutSeconds: z.optional(within(1, 900)),
  memoryMiB: z.optional(within(128, 10_240)),
  ephemeralStorageMiB: z.optional(within(512, 10_240)),
  environment: z.optional(environment()),
  layers: z.optional(z.array(layerVersion()).check(z.maxLength(5))),
  subnetIds: z.optional(z.array(ec2Id('subnet')).check(z.maxLength(16))),
  securityGroupIds: z.optional(z.array(ec2Id('sg')).check(z.maxLength(5))),
  kmsKeyArn: z.optional(arn('kms')),
  deadLetterTargetArn: z.optional(arn('(?:sqs|sns)')),
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

/** To give a function its role is a right of its own. */
export const passRole: Permission = {
  action: 'iam:PassRole',
  resources: ['arn:aws:iam::*:role/{roleArn}'],
  condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
};

/** Those of the settings that AWS calls or shapes otherwise, in its words. */
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
