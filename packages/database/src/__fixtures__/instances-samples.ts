import type { LayerSamples } from '../../../../tools/contract/layer.js';

/** One good input per function, one good answer per AWS operation. */
export const instancesSamples: LayerSamples = {
  inputs: {},
  answers: {},
};
