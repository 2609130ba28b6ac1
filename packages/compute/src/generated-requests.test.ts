import { describeGeneratedRequests, describeMiddleware } from '@arch/contract';
import { samples } from './__fixtures__/contract-samples.js';
import * as compute from './index.js';

describeMiddleware(compute, samples);
describeGeneratedRequests(compute, samples);
