import { joinSamples } from '../../../../tools/contract/layer.js';
import { clustersSamples } from './clusters-samples.js';
import { jobsSamples } from './jobs-samples.js';
import { queriesSamples } from './queries-samples.js';

export const samples = joinSamples(clustersSamples, queriesSamples, jobsSamples);
