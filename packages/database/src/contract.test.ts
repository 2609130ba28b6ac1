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
import * as database from './index.js';

describeAwsMembers(database, samples);
describeClosedFilters(database, samples);
describeContract(database, samples);
describeFakeTimers(database, samples);
describeHeaderTexts(database, samples);
describeImpossibleValues(database, samples);
describeJsonValues(database, samples);
describePath(database, samples);
describePermissions(database, samples);
describePublishedAnswers(database, samples);
