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
import * as ml from './index.js';

describeAwsMembers(ml, samples);
describeClosedFilters(ml, samples);
describeContract(ml, samples);
describeFakeTimers(ml, samples);
describeHeaderTexts(ml, samples);
describeImpossibleValues(ml, samples);
describeJsonValues(ml, samples);
describePath(ml, samples);
describePermissions(ml, samples);
describePublishedAnswers(ml, samples);
