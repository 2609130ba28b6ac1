import { describeInputMessages } from '@arch/contract';

import { samples } from './__fixtures__/contract-samples.js';
import * as integration from './index.js';

describeInputMessages(integration, samples, 'integration');
