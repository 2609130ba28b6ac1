import { describeInputMessages } from '@arch/contract';

import { samples } from './__fixtures__/contract-samples.js';
import * as analytics from './index.js';

describeInputMessages(analytics, samples, 'analytics');
