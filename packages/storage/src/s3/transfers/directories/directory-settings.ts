import { text, z } from '@arch/core/builder';

import { attributeSettings, type AttributeSettings } from '../attributes/index.js';
import { bandwidthSettings, type BandwidthSettings } from '../bandwidths/index.js';
import type { DirectoryProgress } from './plans/index.js';
import { type PathPatterns, pathPatterns } from './files/index.js';

/** The settings of the transfer of a directory. */
export interface DirectorySettings extends PathPatterns, AttributeSettings, BandwidthSettings {
  /**
   * Whether symbolic links are followed. Otherwise they are listed in `skipped`, and a download does not write through them. Default: `false`.
   */
  readonly followSymlinks?: boolean | undefined;
  /**
   * The maximum number of parts in progress at the same time, 1–100: of many small files or of a few large ones; fewer while S3 throttles. An
   * upload needs memory for them. Default: 16.
   */
  readonly concurrency?: number | undefined;
  /** The size of a part in bytes, at least 5 MiB and at most 1 GiB. Default: 8 MiB. */
  readonly partSizeBytes?: number | undefined;
  /** A function that receives the progress during the transfer. */
  readonly onProgress?: ((progress: DirectoryProgress) => void) | undefined;
  /** `true` returns a plan of the transfer, which can be printed and executed. Nothing is transferred or deleted. Default: `false`. */
  readonly dryRun?: boolean | undefined;
}

/** Checks the path of a local directory. */
export const directoryPath = (): z.ZodMiniType<string> =>
  text(1, 4_096).check(
    z.refine((path) => !/^s3:\/\//i.test(path), {
      error: 'the path of a local directory, and keys in S3 are { bucket, prefix }',
    }),
  );

/** Checks the prefix of keys. */
export const keyPrefix = (): z.ZodMiniType<string | undefined> => z.optional(text(0, 1_024));

/** Checks the members of {@link DirectorySettings}. */
export const directorySettings = (): {
  include: z.ZodMiniType<DirectorySettings['include']>;
  exclude: z.ZodMiniType<DirectorySettings['exclude']>;
  preserve: z.ZodMiniType<DirectorySettings['preserve']>;
  maxBytesPerSecond: z.ZodMiniType<number | undefined>;
  followSymlinks: z.ZodMiniType<boolean | undefined>;
  concurrency: z.ZodMiniType<number | undefined>;
  partSizeBytes: z.ZodMiniType<number | undefined>;
  onProgress: z.ZodMiniType<DirectorySettings['onProgress']>;
  dryRun: z.ZodMiniType<boolean | undefined>;
} => ({
  ...pathPatterns(),
  ...attributeSettings(),
  ...bandwidthSettings(),
  followSymlinks: z.optional(z.boolean()),
  concurrency: z.optional(z.int().check(z.gte(1), z.lte(100))),
  partSizeBytes: z.optional(z.int().check(z.gte(5_242_880), z.lte(1_073_741_824))),
  onProgress: z.optional(
    z.custom<NonNullable<DirectorySettings['onProgress']>>((value) => typeof value === 'function', 'a function'),
  ),
  dryRun: z.optional(z.boolean()),
});

/** The default of `concurrency`. */
export const usualConcurrency = 16;
