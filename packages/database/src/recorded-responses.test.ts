import { describeRecorded } from '@arch/contract';
import { samples } from './__fixtures__/contract-samples.js';
import * as database from './index.js';

describeRecorded(database, samples, import.meta.dirname);
