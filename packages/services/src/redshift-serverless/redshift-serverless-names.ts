import { z } from '@arch/core/builder';

/** Checks the name of a namespace or a workgroup. */
export const serverlessName = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[a-z0-9-]{3,64}$/, '3–64 lower-case letters, digits and hyphens'));

/** Checks a capacity in Redshift Processing Units. https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-capacity.html */
export const baseCapacity = (): z.ZodMiniType<number> =>
  z.int().check(
    z.refine((rpu) => rpu === 4 || (rpu >= 8 && rpu <= 1_024 && rpu % (rpu > 512 ? 32 : 8) === 0), {
      error: '4, a multiple of 8 up to 512, or a multiple of 32 up to 1,024',
    }),
  );
