import {
  describeAwsMembers,
  describeClosedFilters,
  describeContract,
  describeFakeTimers,
  describeHeaderTexts,
  describeImpossibleValues,
  describeJsonValues,
  describePath,
  describePermissions,
  describePublishedAnswers,
} from '@arch/contract';
import { samples } from './__fixtures__/contract-samples.js';
import * as compute from './index.js';

describeAwsMembers(compute, samples);
describeClosedFilters(compute, samples);
describeContract(compute, samples);
describeFakeTimers(compute, samples);
describeHeaderTexts(compute, samples);
describeImpossibleValues(compute, samples);
describeJsonValues(compute, samples);
describePath(compute, samples);
describePermissions(compute, samples);
describePublishedAnswers(compute, samples);
