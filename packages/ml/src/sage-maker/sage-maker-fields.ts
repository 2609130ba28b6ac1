import { type Permission, z } from '@arch/core/builder';

/** The name of a training job, model, endpoint, endpoint configuration or variant, checked. */
export const sageMakerName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(/^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$/, '1–63 letters, digits and -, with no - at either end'),
    );

/** A part of a name that a listing looks for, checked. */
export const namePart = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[a-zA-Z0-9-]{1,63}$/, '1–63 letters, digits and -'));

/** The ARN of a role, checked. */
export const roleArn = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/,
        'the ARN of a role such as arn:aws:iam::123456789012:role/sagemaker',
      ),
    );

/** A place in S3, checked. */
export const s3Uri = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(z.maxLength(1_024), z.regex(/^(?:s3|https):\/\/[^/\s]+(?:\/.*)?$/, 'an S3 URI such as s3://bucket/prefix'));

/** A container image, checked. */
export const imageUri = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^\S{1,255}$/,
        'an image of at most 255 characters such as 123456789012.dkr.ecr.eu-west-1.amazonaws.com/churn:1',
      ),
    );

/** The ID, ARN or alias of a KMS key, checked. */
export const kmsKey = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[\w:/-]{1,2048}$/, 'the ID, the ARN or the alias of a KMS key'));

/** A type of instance, checked. */
export const mlInstanceType = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^ml\.[a-z0-9-]+\.[a-z0-9-]+$/, 'an instance type such as ml.m5.large'));

/** A whole number within bounds, checked. */
export const within = (least: number, most: number): z.ZodMiniType<number> => z.int().check(z.gte(least), z.lte(most));

/** To give SageMaker a role is a right of its own. */
export const passSageMakerRole: Permission = {
  action: 'iam:PassRole',
  resources: ['arn:aws:iam::*:role/{roleArn}'],
  condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
};

/** SageMaker uses a key of the user's through a grant. */
export const grantKey = (member: string): Permission => ({
  action: 'kms:CreateGrant',
  resources: ['arn:aws:kms:*:*:key/{kmsKeyId}'],
  with: member,
});
