import { describeRecorded } from '@arch/contract';
import { samples } from './__fixtures__/contract-samples.js';
import * as compute from './index.js';

describeRecorded(compute, samples, import.meta.dirname);
