import { type AwsResource, resource, type Schema, z } from '@arch/core/builder';
import { GetEbsDefaultKmsKeyIdResult$ } from '@aws-sdk/client-ec2';

/** The KMS key with which EBS encrypts if a request names no key. */
export interface EbsDefaultKmsKey extends AwsResource {
  /** The ARN of the key, or `alias/aws/ebs` for the AWS managed key. */
  readonly kmsKeyId: string;
}

/** Parses one EC2 `GetEbsDefaultKmsKeyIdResult` structure. */
export const ebsDefaultKmsKey = (): Schema<EbsDefaultKmsKey> =>
  resource<EbsDefaultKmsKey>(GetEbsDefaultKmsKeyIdResult$, { kmsKeyId: z.string() });
