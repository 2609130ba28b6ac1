import { z } from '@arch/core/builder';

/** What AWS takes for the life of a presigned URL: up to 7 days. */
export const expirySeconds = (): z.ZodMiniType<number> => z.int().check(z.gte(1), z.lte(604_800));

/** A quarter of an hour: long enough to begin a transfer, short enough for a URL that gets around. */
export const defaultExpirySeconds = 900;
