import { describeGeneratedRequests, describeMiddleware } from '@arch/contract';
import { samples } from './__fixtures__/contract-samples.js';
import * as storage from './index.js';

describeMiddleware(storage, samples);
describeGeneratedRequests(storage, samples);
