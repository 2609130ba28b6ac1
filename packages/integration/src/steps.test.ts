import { describeSteps } from '../../../tools/contract/steps.js';
import { samples } from './__fixtures__/contract-samples.js';
import * as integration from './index.js';

describeSteps(integration, samples);
