import { z } from '@arch/core/builder';

import { rulesOf } from '../db-engines.js';
import type { CreateDbInstanceInput } from './create-db-instance-input.js';

type Bounds = readonly [least: number, most: number];

const general: Readonly<Record<string, Bounds>> = {
  gp2: [20, 65_536],
  gp3: [20, 65_536],
  io1: [100, 65_536],
  io2: [100, 65_536],
  standard: [5, 3_072],
};
const sqlServer: Readonly<Record<string, Bounds>> = {
  gp2: [20, 16_384],
  gp3: [20, 16_384],
  io1: [100, 16_384],
  io2: [100, 16_384],
  standard: [20, 1_024],
};
const oracle: typeof general = { ...general, standard: [10, 3_072] };

const boundsOf = ({ engine, storageType = 'gp3' }: CreateDbInstanceInput): Bounds | undefined => {
  if (engine.startsWith('sqlserver-')) return sqlServer[storageType];
  if (engine.startsWith('oracle-')) return oracle[storageType];
  return rulesOf(engine) && general[storageType];
};

const hasValidSize = (value: CreateDbInstanceInput): boolean => {
  const [least = 0, most = Infinity] = boundsOf(value) ?? [];
  return value.allocatedStorageGiB >= least && value.allocatedStorageGiB <= most;
};

/** Checks the storage of a new DB instance against the limits for its engine and storage type. */
export const storageChecks = (): z.Check<CreateDbInstanceInput>[] => [
  z.refine(hasValidSize, {
    path: ['allocatedStorageGiB'],
    error: ({ input }) => {
      const value = input as CreateDbInstanceInput;
      return `${boundsOf(value)?.join('–')} for storageType ${value.storageType ?? 'gp3'} and engine ${value.engine}`;
    },
  }),
  z.refine(({ allocatedStorageGiB, maxAllocatedStorageGiB: most = Infinity }) => most > allocatedStorageGiB, {
    path: ['maxAllocatedStorageGiB'],
    error: 'greater than allocatedStorageGiB',
  }),
  z.refine(({ storageType = 'gp3', iops }) => iops !== undefined || !['io1', 'io2'].includes(storageType), {
    error: 'iops with storageType io1 or io2',
  }),
  z.refine(({ storageType = 'gp3', iops }) => iops === undefined || !['gp2', 'standard'].includes(storageType), {
    error: 'no iops with storageType gp2 or standard',
  }),
  z.refine(
    ({ storageType = 'gp3', storageThroughputMiBps }) => storageThroughputMiBps === undefined || storageType === 'gp3',
    { error: 'storageThroughputMiBps only with storageType gp3' },
  ),
];
