import type { LayerSamples } from '@arch/contract';

const original = { bucket: 'originals', key: 'contract.pdf' };

/** One valid input per function that reads, restores or reports archived objects. */
export const archivesSamples: LayerSamples = {
  inputs: {
    getArchivedObject: { ...original, days: 1 },
    listObjectPreservations: { bucket: 'originals', prefix: '2019/' },
    preservationReport: { bucket: 'originals', prefix: '2019/' },
    restorePrefix: { bucket: 'originals', prefix: '2019/', days: 3 },
  },
  answers: {},
};
