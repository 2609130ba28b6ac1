import type { Open } from '@arch/core/builder';

/** The states of a cluster. */
export const redshiftClusterStates = [
  'creating',
  'available',
  'available, prep-for-resize',
  'available, resize-cleanup',
  'modifying',
  'rebooting',
  'renaming',
  'resizing',
  'cancelling-resize',
  'rotating-keys',
  'updating-hsm',
  'pausing',
  'paused',
  'resuming',
  'final-snapshot',
  'deleting',
  'storage-full',
  'hardware-failure',
  'incompatible-hsm',
  'incompatible-network',
  'incompatible-parameters',
  'incompatible-restore',
] as const;
export type RedshiftClusterState = Open<(typeof redshiftClusterStates)[number]>;
