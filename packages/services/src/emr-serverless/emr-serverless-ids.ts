import { text, z } from '@arch/core/builder';

/** Checks the ID of an application. */
export const applicationId = (): z.ZodMiniType<string> =>
  text(1, 64).check(z.regex(/^[0-9a-z]+$/, 'the ID of an EMR Serverless application such as 00f1r2vk4e9g0a09'));

/** Checks the ID of a job run. */
export const jobRunId = (): z.ZodMiniType<string> =>
  text(1, 64).check(z.regex(/^[0-9a-z]+$/, 'the ID of a job run such as 00f1r3j5k2m8s00b'));
