import { describeGeneratedRequests, describeMiddleware } from '@arch/contract';
import { samples } from './__fixtures__/contract-samples.js';
import * as ml from './index.js';

describeMiddleware(ml, samples);
describeGeneratedRequests(ml, samples);
