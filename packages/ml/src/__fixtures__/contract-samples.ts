import { joinSamples, type LayerSamples } from '@arch/contract';
import { functionsSamples } from './functions-samples.js';
import { modelsSamples } from './models-samples.js';
import { visionSamples } from './vision-samples.js';

export const samples: LayerSamples = joinSamples(functionsSamples, modelsSamples, visionSamples);
