import { joinSamples, type LayerSamples } from '@arch/contract';
import { instancesSamples } from './instances-samples.js';
import { sqlSamples } from './sql-samples.js';

export const samples: LayerSamples = joinSamples(instancesSamples, sqlSamples);
