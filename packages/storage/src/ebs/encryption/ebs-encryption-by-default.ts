import { type AwsResource, resource, type Schema, z } from '@arch/core/builder';
import { GetEbsEncryptionByDefaultResult$ } from '@aws-sdk/client-ec2';

/** Whether EBS encrypts new volumes and copies of snapshots in one region. */
export interface EbsEncryptionByDefault extends AwsResource {
  /** Whether encryption by default is enabled. */
  readonly ebsEncryptionByDefault: boolean;
}

/** Parses one EC2 `GetEbsEncryptionByDefaultResult` structure. */
export const ebsEncryptionByDefault = (): Schema<EbsEncryptionByDefault> =>
  resource<EbsEncryptionByDefault>(GetEbsEncryptionByDefaultResult$, { ebsEncryptionByDefault: z.boolean() });
