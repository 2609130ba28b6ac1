import { z } from '@arch/core/builder';

/** Checks the seconds until a presigned URL expires. AWS allows up to 7 days. */
export const expirySeconds = (): z.ZodMiniType<number> => z.int().check(z.gte(1), z.lte(604_800));

/** 15 minutes: enough to start a transfer, and short in case the URL reaches other people. */
export const defaultExpirySeconds = 900;
