import { describeGeneratedRequests, describeMiddleware } from '@arch/contract';
import { samples } from './__fixtures__/contract-samples.js';
import * as integration from './index.js';

describeMiddleware(integration, samples);
describeGeneratedRequests(integration, samples);
