import { describeInputMessages } from '@arch/contract';

import { samples } from './__fixtures__/contract-samples.js';
import * as compute from './index.js';

describeInputMessages(compute, samples, 'compute');
