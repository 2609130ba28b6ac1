import { z } from '@arch/core/builder';

/** The name of a namespace or a workgroup. */
export const serverlessName = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[a-z0-9-]{3,64}$/, '3–64 lower-case letters, digits and hyphens'));

/** A capacity in Redshift Processing Units: 4, 8 to 512 by 8, and from there to 1,024 by 32. https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-capacity.html */
export const baseCapacity = (): z.ZodMiniType<number> =>
  z.int().check(
    z.refine((rpu) => rpu === 4 || (rpu >= 8 && rpu <= 1_024 && rpu % (rpu > 512 ? 32 : 8) === 0), {
      error: '4, a multiple of 8 up to 512, or of 32 up to 1,024',
    }),
  );
