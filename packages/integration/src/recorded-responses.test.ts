import { describeRecorded } from '../../../tools/contract/recorded/describe-recorded.js';
import { samples } from './__fixtures__/contract-samples.js';
import * as integration from './index.js';

describeRecorded(integration, samples, import.meta.dirname);
