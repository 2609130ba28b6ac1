import type { Open } from '@arch/core/builder';

/** States of a DB instance that an operation leads to; RDS has more. */
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
  'storage-optimization',
  'storage-full',
  'failed',
] as const;
export type DbInstanceState = Open<(typeof dbInstanceStates)[number]>;
