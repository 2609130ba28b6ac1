import { describeWire } from '@arch/contract';
import { samples } from './__fixtures__/contract-samples.js';
import * as integration from './index.js';

describeWire(integration, samples);
