import { describeGeneratedRequests, describeMiddleware } from '@arch/contract';
import { samples } from './__fixtures__/contract-samples.js';
import * as database from './index.js';

describeMiddleware(database, samples);
describeGeneratedRequests(database, samples);
