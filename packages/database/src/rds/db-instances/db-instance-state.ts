import type { Open } from '@arch/core/builder';

/** States of a DB instance. RDS has further states. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/accessing-monitoring.html */
export const dbInstanceStates = [
  'creating',
  'available',
  'backing-up',
  'modifying',
  'rebooting',
  'starting',
  'stopping',
  'stopped',
  'deleting',
  'upgrading',
  'maintenance',
  'renaming',
  'resetting-master-credentials',
  'storage-optimization',
  'storage-full',
  'incompatible-network',
  'incompatible-parameters',
  'incompatible-restore',
  'failed',
] as const;
export type DbInstanceState = Open<(typeof dbInstanceStates)[number]>;
