import { joinSamples, type LayerSamples } from '../../../../tools/contract/layer.js';
import { instancesSamples } from './instances-samples.js';
import { sqlSamples } from './sql-samples.js';

export const samples: LayerSamples = joinSamples(instancesSamples, sqlSamples);
