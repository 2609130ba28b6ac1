import { describeInputMessages } from '@arch/contract';

import { samples } from './__fixtures__/contract-samples.js';
import * as ml from './index.js';

describeInputMessages(ml, samples, 'ml');
