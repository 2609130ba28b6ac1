import { joinSamples, type LayerSamples } from '../../../../tools/contract/layer.js';
import { apisSamples } from './apis-samples.js';
import { messagingSamples } from './messaging-samples.js';

export const samples: LayerSamples = joinSamples(messagingSamples, apisSamples);
