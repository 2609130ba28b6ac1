import type { LayerSamples } from '@arch/contract';

const object = { bucket: 'reports', key: '2026/11.csv' };

/** One valid input per function, one valid response per AWS operation. */
export const objectsSamples: LayerSamples = {
  inputs: {
    getObject: object,
    moveObject: { bucket: 'archive', key: '2026/11.csv', source: object },
    objectExists: object,
    waitForObject: { ...object, state: 'exists' },
  },
  answers: {},
  withoutDocument: [],
};
