import { type AwsInput, type InputFields, z } from '@arch/core/builder';

import type { PrefixObject, PrefixProgress } from './prefix-result.js';

/** The settings of a function for all objects with a prefix. */
export interface PrefixSettings extends AwsInput {
  /** `true` allows an empty prefix, which selects all objects of the bucket. Default: an empty prefix is rejected. */
  readonly everything?: boolean | undefined;
  /** The maximum number of objects in progress at the same time, or for a deletion of requests with up to 1,000 objects, 1–100. Default: 8. */
  readonly concurrency?: number | undefined;
  /** A function that receives the progress after each object. */
  readonly onProgress?: ((progress: PrefixProgress) => void) | undefined;
  /** A function that receives the result for each object, in the order in which they end. */
  readonly onObject?: ((result: PrefixObject) => void) | undefined;
}

/** Checks the members of {@link PrefixSettings}. */
export const prefixSettings = (): InputFields<PrefixSettings> => ({
  everything: z.optional(z.boolean()),
  concurrency: z.optional(z.int().check(z.gte(1), z.lte(100))),
  onProgress: z.optional(listener<NonNullable<PrefixSettings['onProgress']>>()),
  onObject: z.optional(listener<NonNullable<PrefixSettings['onObject']>>()),
});

const listener = <Listener>(): z.ZodMiniType<Listener> =>
  z.custom<Listener>((value) => typeof value === 'function', 'a function');

/** The rule for an empty prefix, for messages. */
export const everythingRule = 'everything: true with an empty prefix, which selects all objects of the bucket';

/** The objects to copy or to move, and the destination. */
export interface PrefixPair {
  readonly bucket: string;
  readonly prefix: string;
  readonly source: { readonly bucket: string; readonly prefix: string };
}

/**
 * Whether the copies are outside of the source: otherwise the listing of the source would contain the copies, which would be copied again.
 */
export const isOutside = ({ bucket, prefix, source }: PrefixPair): boolean =>
  bucket !== source.bucket || !prefix.startsWith(source.prefix);

/** The rule of {@link isOutside} for messages. */
export const outsideRule = 'a destination whose prefix does not start with the prefix of the source in the same bucket';
