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
import * as analytics from './index.js';

describeAwsMembers(analytics, samples);
describeClosedFilters(analytics, samples);
describeContract(analytics, samples);
describeFakeTimers(analytics, samples);
describeHeaderTexts(analytics, samples);
describeImpossibleValues(analytics, samples);
describeJsonValues(analytics, samples);
describePath(analytics, samples);
describePermissions(analytics, samples);
describePublishedAnswers(analytics, samples);
