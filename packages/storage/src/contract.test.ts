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
import * as storage from './index.js';

describeAwsMembers(storage, samples);
describeClosedFilters(storage, samples);
describeContract(storage, samples);
describeFakeTimers(storage, samples);
describeHeaderTexts(storage, samples);
describeImpossibleValues(storage, samples);
describeJsonValues(storage, samples);
describePath(storage, samples);
describePermissions(storage, samples);
describePublishedAnswers(storage, samples);
