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
import * as integration from './index.js';

describeAwsMembers(integration, samples);
describeClosedFilters(integration, samples);
describeContract(integration, samples);
describeFakeTimers(integration, samples);
describeHeaderTexts(integration, samples);
describeImpossibleValues(integration, samples);
describeJsonValues(integration, samples);
describePath(integration, samples);
describePermissions(integration, samples);
describePublishedAnswers(integration, samples);
