import { ec2Id, type z } from '@arch/core/builder';

/** Checks the ID of a volume, e.g. `vol-0123456789abcdef0`. */
export const volumeId = (): z.ZodMiniType<string> => ec2Id('vol');

/** Checks the ID of a snapshot, e.g. `snap-0123456789abcdef0`. */
export const snapshotId = (): z.ZodMiniType<string> => ec2Id('snap');
