import { joinSamples, type LayerSamples } from '@arch/contract';
import { archivesSamples } from './archives-samples.js';
import { bucketSettingsSamples } from './bucket-settings-samples.js';
import { bucketsSamples } from './buckets-samples.js';
import { directoriesSamples } from './directories-samples.js';
import { ebsSamples } from './ebs-samples.js';
import { objectsSamples } from './objects-samples.js';
import { transfersSamples } from './transfers-samples.js';
import { vaultsSamples } from './vaults-samples.js';
import { volumesSamples } from './volumes-samples.js';

export const samples: LayerSamples = joinSamples(
  archivesSamples,
  bucketsSamples,
  bucketSettingsSamples,
  directoriesSamples,
  ebsSamples,
  objectsSamples,
  transfersSamples,
  vaultsSamples,
  volumesSamples,
);
