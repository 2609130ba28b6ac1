import { describeGeneratedRequests, describeMiddleware } from '@arch/contract';
import { samples } from './__fixtures__/contract-samples.js';
import * as analytics from './index.js';

describeMiddleware(analytics, samples);
describeGeneratedRequests(analytics, samples);
