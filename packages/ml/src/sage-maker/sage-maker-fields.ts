import { type Permission, z } from '@arch/core/builder';

/** Checks the name of a training job, model, endpoint, endpoint configuration or variant. */
export const sageMakerName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(/^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$/, '1–63 letters, digits and -, with no - at either end'),
    );

/** Checks a part of a name, by which a listing is filtered. */
export const namePart = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[a-zA-Z0-9-]{1,63}$/, '1–63 letters, digits and -'));

/** Checks the ARN of a role. */
export const roleArn = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/,
        'the ARN of a role such as arn:aws:iam::123456789012:role/sagemaker',
      ),
    );

/** Checks an S3 URI. */
export const s3Uri = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(z.maxLength(1_024), z.regex(/^(?:s3|https):\/\/[^/\s]+(?:\/.*)?$/, 'an S3 URI such as s3://bucket/prefix'));

/** Checks the URI of a container image. */
export const imageUri = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^\S{1,255}$/,
        'an image of at most 255 characters such as 123456789012.dkr.ecr.eu-west-1.amazonaws.com/churn:1',
      ),
    );

/** Checks the ID, ARN or alias of a KMS key. */
export const kmsKey = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[\w:/-]{1,2048}$/, 'the ID, the ARN or the alias of a KMS key'));

/** Checks an instance type. */
export const mlInstanceType = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^ml\.[a-z0-9-]+\.[a-z0-9-]+$/, 'an instance type such as ml.m5.large'));

/** Checks an integer from `min` to `max`. */
export const integerBetween = (min: number, max: number): z.ZodMiniType<number> =>
  z.int().check(z.gte(min), z.lte(max));

/** The permission to pass a role to SageMaker. */
export const passSageMakerRole: Permission = {
  action: 'iam:PassRole',
  resources: ['arn:aws:iam::*:role/{roleArn}'],
  condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
};

/** The permission to create a grant for a KMS key, by which SageMaker uses the key. */
export const grantKey = (member: string): Permission => ({
  action: 'kms:CreateGrant',
  resources: ['arn:aws:kms:*:*:key/{kmsKeyId}'],
  with: member,
});
