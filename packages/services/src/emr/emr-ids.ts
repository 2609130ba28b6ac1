import { text, z } from '@arch/core/builder';

/** Checks the ID of a cluster. */
export const clusterId = (): z.ZodMiniType<string> =>
  text(3, 256).check(z.regex(/^j-[0-9A-Z]+$/, 'the ID of an EMR cluster such as j-3SD91U2E1L2QX'));

/** Checks the ID of a step. */
export const stepId = (): z.ZodMiniType<string> =>
  text(3, 256).check(z.regex(/^s-[0-9A-Z]+$/, 'the ID of a step such as s-3LZC0QUT43AM'));

/** Checks the name of a cluster. */
export const clusterName = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[^<>$|`\p{Cc}]{1,256}$/u, '1 to 256 characters without <, >, $, | and `'));

/** Checks the URI of an object or of a prefix of keys in S3, e.g. `s3://bucket/logs/`. */
export const s3Uri = (): z.ZodMiniType<string> =>
  text(8, 10_280).check(z.regex(/^s3[an]?:\/\/[^/\s]{3,}/, 'an S3 URI such as s3://bucket/logs/'));
