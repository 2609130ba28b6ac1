import { z } from '@arch/core/builder';

/** An EBS volume of an instance that is launched. */
export interface VolumeInput {
  /**
   * The device name, e.g. `/dev/sdf`, 1–32 characters. Default: the root device; the other members then change the root volume of the
   * image.
   */
  readonly deviceName?: string | undefined;
  /** The size in GiB, 1–65,536. Default: the size in the image, otherwise the size of the snapshot. */
  readonly sizeGiB?: number | undefined;
  /** The volume type. Default that AWS applies: the image's, otherwise `gp3`. */
  readonly volumeType?: 'gp2' | 'gp3' | 'io1' | 'io2' | 'sc1' | 'st1' | 'standard' | undefined;
  /**
   * I/O operations per second, 100–256,000. Only for `gp3`, `io1` and `io2`; required for `io1` and `io2`. Default that AWS applies to
   * `gp3`: 3,000.
   */
  readonly iops?: number | undefined;
  /** Throughput in MiB per second, 125–2,000. Only for `gp3`. Default that AWS applies: 125. */
  readonly throughput?: number | undefined;
  /** Whether the volume is encrypted. Default: `true`. */
  readonly encrypted?: boolean | undefined;
  /** The KMS key for the encryption: ID, alias or ARN. Default: the account's default key for EBS. */
  readonly kmsKeyId?: string | undefined;
  /** The ID of the snapshot from which the volume is created, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId?: string | undefined;
  /** Whether AWS deletes the volume when the instance is terminated. Default: `true`. */
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
        'iops only with volumeType gp3, io1 or io2',
      ),
      z.refine(
        ({ volumeType, throughput }) => throughput === undefined || [undefined, 'gp3'].includes(volumeType),
        'throughput only with volumeType gp3',
      ),
    );

/** Returns a volume in AWS's form. It is encrypted by default. */
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
