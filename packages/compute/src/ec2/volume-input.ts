import { z } from '@arch/core/builder';

/** An EBS volume that an instance gets at its launch. */
export interface VolumeInput {
  /** e.g. `/dev/sdf`. Default: the root device, whose volume the image brings and this changes. */
  readonly deviceName?: string | undefined;
  /** 1–65,536. Default: the snapshot's size. */
  readonly sizeGiB?: number | undefined;
  /** Default that AWS applies: the image's, else `gp3`. */
  readonly volumeType?: 'gp2' | 'gp3' | 'io1' | 'io2' | 'sc1' | 'st1' | 'standard' | undefined;
  /** Operations per second, for `gp3`, `io1` and `io2` only: 100–256,000. */
  readonly iops?: number | undefined;
  /** MiB per second, for `gp3` only: 125–2,000. */
  readonly throughput?: number | undefined;
  /** Default `true`. */
  readonly encrypted?: boolean | undefined;
  /** The KMS key: ID, alias or ARN. Default: the account's key for EBS. */
  readonly kmsKeyId?: string | undefined;
  /** The snapshot that it is made from. */
  readonly snapshotId?: string | undefined;
  /** Whether it goes when the instance is terminated. Default `true`. */
  readonly deleteOnTermination?: boolean | undefined;
}

/** Checks one volume. */
export const volumeInput = (): z.ZodMiniType<VolumeInput> =>
  z
    .strictObject({
      deviceName: z.optional(z.string().check(z.minLength(1), z.maxLength(32))),
      sizeGiB: z.optional(z.int().check(z.gte(1), z.lte(65_536))),
      volumeType: z.optional(z.enum(['gp2', 'gp3', 'io1', 'io2', 'sc1', 'st1', 'standard'])),
      iops: z.optional(z.int().check(z.gte(100), z.lte(256_000))),
      throughput: z.optional(z.int().check(z.gte(125), z.lte(2_000))),
      encrypted: z.optional(z.boolean()),
      kmsKeyId: z.optional(z.string().check(z.minLength(1))),
      snapshotId: z.optional(z.string()),
      deleteOnTermination: z.optional(z.boolean()),
    })
    .check(
      z.refine(
        ({ encrypted, kmsKeyId }) => encrypted !== false || kmsKeyId === undefined,
        'no kmsKeyId if encrypted is false',
      ),
      z.refine(
        ({ volumeType, iops }) => iops === undefined || !['gp2', 'sc1', 'st1', 'standard'].includes(volumeType ?? ''),
        'iops only with gp3, io1 or io2',
      ),
      z.refine(
        ({ volumeType, throughput }) => throughput === undefined || [undefined, 'gp3'].includes(volumeType),
        'throughput only with gp3',
      ),
    );

/** A volume in AWS's words: encrypted unless it is said otherwise. */
export const toBlockDevice = (volume: VolumeInput): object => ({
  DeviceName: volume.deviceName,
  Ebs: {
    VolumeSize: volume.sizeGiB,
    VolumeType: volume.volumeType,
    Iops: volume.iops,
    Throughput: volume.throughput,
    Encrypted: volume.encrypted ?? true,
    KmsKeyId: volume.kmsKeyId,
    SnapshotId: volume.snapshotId,
    DeleteOnTermination: volume.deleteOnTermination ?? true,
  },
});
