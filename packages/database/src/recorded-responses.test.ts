import { describeRecorded } from '../../../tools/contract/recorded/describe-recorded.js';
import { samples } from './__fixtures__/contract-samples.js';
import * as database from './index.js';

describeRecorded(database, samples, import.meta.dirname);
