import { describeWire } from '../../../tools/contract/wire/wire-contract.js';
import { samples } from './__fixtures__/contract-samples.js';
import * as database from './index.js';

describeWire(database, samples);
