import { ec2Id, type z } from '@arch/core/builder';

/** An instance's ID, e.g. `i-0123456789abcdef0`, checked. */
export const instanceId = (): z.ZodMiniType<string> => ec2Id('i');
