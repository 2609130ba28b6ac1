import { joinSamples, type LayerSamples } from '@arch/contract';
import { clustersSamples } from './clusters-samples.js';
import { jobsSamples } from './jobs-samples.js';
import { queriesSamples } from './queries-samples.js';

export const samples: LayerSamples = joinSamples(clustersSamples, queriesSamples, jobsSamples);
