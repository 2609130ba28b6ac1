import { describeContract } from '../../../tools/contract/contract.js';
import { describeHeaderTexts } from '../../../tools/contract/header-texts.js';
import { describeImpossibleValues } from '../../../tools/contract/impossible-values.js';
import { describePermissions } from '../../../tools/contract/iam-catalogue.js';
import { describePublishedAnswers } from '../../../tools/contract/published.js';
import { samples } from './__fixtures__/contract-samples.js';
import * as compute from './index.js';

describeContract(compute, samples);
describeHeaderTexts(compute, samples);
describeImpossibleValues(compute, samples);
describePermissions(compute, samples);
describePublishedAnswers(compute, samples);
