import { describeRecorded } from '@arch/contract';
import { samples } from './__fixtures__/contract-samples.js';
import { s3Steps } from './__fixtures__/s3-steps.js';
import * as storage from './index.js';

describeRecorded(storage, samples, import.meta.dirname, s3Steps);
