import { type AwsResource, from, list, optionalString, resource, type Schema, text, z } from '@arch/core/builder';
import { type PutBucketEncryptionCommandInput, ServerSideEncryptionRule$ } from '@aws-sdk/client-s3';

/** The default encryption of a bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionRule.html */
export interface BucketEncryption extends AwsResource {
  /** The default encryption: `AES256`, `aws:kms` or `aws:kms:dsse`. */
  readonly encryption?: string | undefined;
  /** The KMS key: ID, alias or ARN. Absent for `AES256` and for the AWS managed key. */
  readonly kmsKeyId?: string | undefined;
  /** Whether S3 uses a bucket key, i.e. sends one request to KMS for many objects. */
  readonly bucketKeyEnabled: boolean;
  /** The encryption types that S3 rejects for new objects, e.g. `SSE-C`. */
  readonly blockedEncryptionTypes: readonly string[];
}

/** Encryption with a KMS key. */
export interface KmsBucketEncryption {
  /** The KMS key: ID, alias or ARN, e.g. `alias/reports`. `alias/aws/s3` is the AWS managed key. */
  readonly kmsKeyId: string;
  /** Whether S3 encrypts objects twice (`aws:kms:dsse`), at a higher price. Default: `false` (`aws:kms`). */
  readonly dualLayer?: boolean | undefined;
  /**
   * Whether S3 uses a bucket key: one request to KMS for many objects, at a lower price. Not available with `dualLayer`. Default: `true`, with
   * `dualLayer` `false`.
   */
  readonly bucketKeyEnabled?: boolean | undefined;
}

/** Parses one S3 `ServerSideEncryptionRule` structure. */
export const bucketEncryption = (): Schema<BucketEncryption> =>
  resource<BucketEncryption>(ServerSideEncryptionRule$, {
    encryption: from('ApplyServerSideEncryptionByDefault.SSEAlgorithm', optionalString()),
    kmsKeyId: from('ApplyServerSideEncryptionByDefault.KMSMasterKeyID', optionalString()),
    bucketKeyEnabled: { type: z.boolean(), read: (value) => value ?? false },
    blockedEncryptionTypes: from('BlockedEncryptionTypes.EncryptionType', list(z.string())),
  });

/** Checks a {@link KmsBucketEncryption}. */
export const kmsBucketEncryption = (): z.ZodMiniType<KmsBucketEncryption> =>
  z
    .strictObject({
      kmsKeyId: text(1, 2_048),
      dualLayer: z.optional(z.boolean()),
      bucketKeyEnabled: z.optional(z.boolean()),
    })
    .check(
      z.refine(({ dualLayer, bucketKeyEnabled }) => !(dualLayer && bucketKeyEnabled), {
        error: 'either dualLayer or bucketKeyEnabled',
      }),
    );

type EncryptionRule = NonNullable<
  NonNullable<PutBucketEncryptionCommandInput['ServerSideEncryptionConfiguration']>['Rules']
>[number];

/** S3's rule for an encryption. */
export const toEncryptionRule = (encryption: 'AES256' | KmsBucketEncryption): EncryptionRule => {
  if (encryption === 'AES256') return { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } };
  const { kmsKeyId, dualLayer = false, bucketKeyEnabled = !dualLayer } = encryption;
  return {
    ApplyServerSideEncryptionByDefault: {
      SSEAlgorithm: dualLayer ? 'aws:kms:dsse' : 'aws:kms',
      KMSMasterKeyID: kmsKeyId,
    },
    // With a bucket key, S3 sends one request to KMS for many objects.
    ...(bucketKeyEnabled && { BucketKeyEnabled: true }),
  };
};
