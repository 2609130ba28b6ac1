import { ec2Id, z } from '@arch/core/builder';

/** An instance's ID, e.g. `i-0123456789abcdef0`, checked. */
export const instanceId = (): z.ZodMiniType<string> => ec2Id('i');

/** An instance type's name, e.g. `t3.micro`, checked. */
export const instanceTypeName = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'an instance type such as t3.micro'));
