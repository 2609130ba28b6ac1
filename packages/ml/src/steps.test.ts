import { describeSteps } from '../../../tools/contract/steps.js';
import { samples } from './__fixtures__/contract-samples.js';
import * as ml from './index.js';

describeSteps(ml, samples);
