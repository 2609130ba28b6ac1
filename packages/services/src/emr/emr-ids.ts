import { text, z } from '@arch/core/builder';

/** A cluster's ID, checked. */
export const clusterId = (): z.ZodMiniType<string> =>
  text(3, 256).check(z.regex(/^j-[0-9A-Z]+$/, 'the ID of an EMR cluster such as j-3SD91U2E1L2QX'));

/** A step's ID, checked. */
export const stepId = (): z.ZodMiniType<string> =>
  text(3, 256).check(z.regex(/^s-[0-9A-Z]+$/, 'the ID of a step such as s-3LZC0QUT43AM'));

/** A cluster's name, checked. */
export const clusterName = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[^<>$|`\p{Cc}]{1,256}$/u, '1 to 256 characters without <, >, $, | and `'));

/** Where something is or shall be in S3, e.g. `s3://bucket/logs/`; checked. */
export const s3Uri = (): z.ZodMiniType<string> =>
  text(8, 10_280).check(z.regex(/^s3[an]?:\/\/[^/\s]{3,}/, 'an S3 URI such as s3://bucket/logs/'));
