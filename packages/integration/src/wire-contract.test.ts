import { describeWire } from '../../../tools/contract/wire/wire-contract.js';
import { samples } from './__fixtures__/contract-samples.js';
import * as integration from './index.js';

describeWire(integration, samples);
