import { ec2Id, type z } from '@arch/core/builder';

/** A volume's ID, e.g. `vol-0123456789abcdef0`, checked. */
export const volumeId = (): z.ZodMiniType<string> => ec2Id('vol');

/** A snapshot's ID, e.g. `snap-0123456789abcdef0`, checked. */
export const snapshotId = (): z.ZodMiniType<string> => ec2Id('snap');
