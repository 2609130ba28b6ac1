import { NotFoundError } from '@arch/core';
import { type AwsInput, type CallOptions, input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import {
  type GetBucketLifecycleConfigurationOutput,
  type LifecycleRule,
  PutBucketLifecycleConfigurationCommand,
} from '@aws-sdk/client-s3';

import { getBucketLifecycleConfiguration } from './get-bucket-lifecycle-configuration.js';

interface LifecycleRulesRequest extends AwsInput {
  readonly bucket: string;
  readonly rules: readonly LifecycleRule[];
  readonly minimumSize?: string | undefined;
}

/** Replaces the rules with rules in AWS's form, so that members that this package does not know are kept. */
export const requestLifecycleRules: Operation<LifecycleRulesRequest, void> = operation(() => ({
  service: s3,
  command: PutBucketLifecycleConfigurationCommand,
  repeatable: true,
  permissions: [{ action: 's3:PutLifecycleConfiguration', resources: ['bucket'] }],
  input: input<LifecycleRulesRequest>({
    bucket: z.string(),
    rules: z.custom<readonly LifecycleRule[]>(),
    minimumSize: z.optional(z.string()),
  }),
  output: noOutput(),
  request: ({ bucket, rules, minimumSize }) => ({
    Bucket: bucket,
    LifecycleConfiguration: { Rules: [...rules] },
    TransitionDefaultMinimumObjectSize: minimumSize as never,
  }),
}));

/** The rules of a bucket in AWS's form; none if it has no lifecycle configuration. */
export const currentRules = async (
  bucket: string,
  options: CallOptions,
): Promise<Pick<LifecycleRulesRequest, 'rules' | 'minimumSize'>> => {
  try {
    const { aws } = await getBucketLifecycleConfiguration(bucket, options);
    const { Rules: rules = [], TransitionDefaultMinimumObjectSize: minimumSize } =
      aws as GetBucketLifecycleConfigurationOutput;
    return { rules, minimumSize };
  } catch (error) {
    if (error instanceof NotFoundError && error.code === 'NoSuchLifecycleConfiguration') return { rules: [] };
    throw error;
  }
};
