import { describeWire } from '@arch/contract';
import { samples } from './__fixtures__/contract-samples.js';
import * as database from './index.js';

describeWire(database, samples);
