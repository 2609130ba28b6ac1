import { type Open, text, z } from '@arch/core/builder';

/** Kinds of storage. */
export const dbStorageTypes = ['gp2', 'gp3', 'io1', 'io2', 'standard'] as const;
export type DbStorageType = Open<(typeof dbStorageTypes)[number]>;

/** A kind of storage, in an input. */
export const storageType = (): z.ZodMiniType<DbStorageType> => text(1, 32);

/** As much as any engine takes of any kind; what one takes is checked where the engine is known. */
export const storageGiB = (): z.ZodMiniType<number> => z.int().check(z.gte(5), z.lte(65_536));

/** Up to where storage may grow. */
export const mostStorageGiB = (): z.ZodMiniType<number> => z.int().check(z.gte(20), z.lte(65_536));

export const provisionedIops = (): z.ZodMiniType<number> => z.int().check(z.gte(1_000), z.lte(256_000));

/** 0 gives provisioned IOPS up. */
export const changedIops = (): z.ZodMiniType<number> =>
  z.int().check(z.refine((iops) => iops === 0 || (iops >= 1_000 && iops <= 256_000), { error: '0, or 1000–256000' }));

export const throughputMiBps = (): z.ZodMiniType<number> => z.int().check(z.gte(125), z.lte(16_000));
