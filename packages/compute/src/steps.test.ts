import { describeSteps } from '../../../tools/contract/steps.js';
import { samples } from './__fixtures__/contract-samples.js';
import * as compute from './index.js';

describeSteps(compute, samples);
