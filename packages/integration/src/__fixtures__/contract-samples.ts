import { joinSamples, type LayerSamples } from '@arch/contract';
import { apisSamples } from './apis-samples.js';
import { messagingSamples } from './messaging-samples.js';

export const samples: LayerSamples = joinSamples(messagingSamples, apisSamples);
