import { describeRecorded } from '@arch/contract';
import { samples } from './__fixtures__/contract-samples.js';
import * as analytics from './index.js';

describeRecorded(analytics, samples, import.meta.dirname);
