import { ec2Id, z } from '@arch/core/builder';

/** Checks the ID of an instance, e.g. `i-0123456789abcdef0`. */
export const instanceId = (): z.ZodMiniType<string> => ec2Id('i');

/** Checks the name of an instance type, e.g. `t3.micro`. */
export const instanceTypeName = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'an instance type such as t3.micro'));
