import type { LayerSamples } from '@arch/contract';

const original = { bucket: 'originals', key: 'contract.pdf' };

/** One valid input per function that reads, restores or reports archived objects. */
export const archivesSamples: LayerSamples = {
  inputs: {
    getArchivedObject: { ...original, days: 1 },
    restorePrefix: { bucket: 'originals', prefix: '2019/', days: 3 },
  },
  answers: {},
};
