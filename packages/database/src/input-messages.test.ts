import { describeInputMessages } from '@arch/contract';

import { samples } from './__fixtures__/contract-samples.js';
import * as database from './index.js';

describeInputMessages(database, samples, 'database');
