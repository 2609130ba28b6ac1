import { describeWire } from '../../../tools/contract/wire/wire-contract.js';
import { samples } from './__fixtures__/contract-samples.js';
import * as storage from './index.js';

describeWire(storage, samples);
