import { joinSamples } from '../../../../tools/contract/layer.js';
import { apisSamples } from './apis-samples.js';
import { messagingSamples } from './messaging-samples.js';

export const samples = joinSamples(messagingSamples, apisSamples);
