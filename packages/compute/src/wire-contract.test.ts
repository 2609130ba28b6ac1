import { describeWire } from '../../../tools/contract/wire/wire-contract.js';
import { samples } from './__fixtures__/contract-samples.js';
import * as compute from './index.js';

describeWire(compute, samples);
