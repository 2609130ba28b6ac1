import { type Open, text, z } from '@arch/core/builder';

/** Storage types of DB instances: General Purpose SSD (`gp2`, `gp3`), Provisioned IOPS SSD (`io1`, `io2`), magnetic (`standard`). */
export const dbStorageTypes = ['gp2', 'gp3', 'io1', 'io2', 'standard'] as const;
export type DbStorageType = Open<(typeof dbStorageTypes)[number]>;

/** Checks a storage type. */
export const storageType = (): z.ZodMiniType<DbStorageType> => text(1, 32);

/** Checks the size of the storage against the limits over all engines and storage types. */
export const storageGiB = (): z.ZodMiniType<number> => z.int().check(z.gte(5), z.lte(65_536));

/** Checks the maximum size of growing storage. */
export const mostStorageGiB = (): z.ZodMiniType<number> => z.int().check(z.gte(20), z.lte(65_536));

/** Checks the IOPS of a new DB instance. */
export const provisionedIops = (): z.ZodMiniType<number> => z.int().check(z.gte(1_000), z.lte(256_000));

/** Checks the new IOPS of a DB instance. 0 ends provisioned IOPS. */
export const changedIops = (): z.ZodMiniType<number> =>
  z.int().check(z.refine((iops) => iops === 0 || (iops >= 1_000 && iops <= 256_000), { error: '0 or 1000–256000' }));

/** Checks the storage throughput. */
export const throughputMiBps = (): z.ZodMiniType<number> => z.int().check(z.gte(125), z.lte(16_000));
