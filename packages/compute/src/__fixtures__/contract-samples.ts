import { joinSamples, type LayerSamples } from '@arch/contract';
import { balancingSamples } from './balancing-samples.js';
import { instancesSamples } from './instances-samples.js';
import { networkSamples } from './network-samples.js';
import { scalingSamples } from './scaling-samples.js';

export const samples: LayerSamples = joinSamples(instancesSamples, scalingSamples, balancingSamples, networkSamples);
