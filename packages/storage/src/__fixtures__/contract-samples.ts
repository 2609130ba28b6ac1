import { joinSamples, type LayerSamples } from '@arch/contract';
import { bucketsSamples } from './buckets-samples.js';
import { objectsSamples } from './objects-samples.js';
import { transfersSamples } from './transfers-samples.js';
import { volumesSamples } from './volumes-samples.js';

export const samples: LayerSamples = joinSamples(bucketsSamples, objectsSamples, transfersSamples, volumesSamples);
