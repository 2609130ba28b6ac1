import { describeSteps } from '../../../tools/contract/steps.js';
import { samples } from './__fixtures__/contract-samples.js';
import * as analytics from './index.js';

describeSteps(analytics, samples);
