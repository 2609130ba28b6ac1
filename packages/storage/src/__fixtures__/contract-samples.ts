import { joinSamples, type LayerSamples } from '@arch/contract';
import { bucketsSamples } from './buckets-samples.js';
import { ebsSamples } from './ebs-samples.js';
import { transfersSamples } from './transfers-samples.js';
import { volumesSamples } from './volumes-samples.js';

export const samples: LayerSamples = joinSamples(bucketsSamples, ebsSamples, transfersSamples, volumesSamples);
