import { describeWire } from '../../../tools/contract/wire/wire-contract.js';
import { samples } from './__fixtures__/contract-samples.js';
import * as analytics from './index.js';

describeWire(analytics, samples);
