import { describeSteps } from '../../../tools/contract/steps.js';
import { samples } from './__fixtures__/contract-samples.js';
import * as storage from './index.js';

describeSteps(storage, samples);
