import { describeInputMessages } from '@arch/contract';

import { samples } from './__fixtures__/contract-samples.js';
import * as storage from './index.js';

describeInputMessages(storage, samples, 'storage');
