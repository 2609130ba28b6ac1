import { describeContract } from '../../../tools/contract/contract.js';
import { describeHeaderTexts } from '../../../tools/contract/header-texts.js';
import { describeImpossibleValues } from '../../../tools/contract/impossible-values.js';
import { describePermissions } from '../../../tools/contract/iam-catalogue.js';
import { describePublishedAnswers } from '../../../tools/contract/published.js';
import { samples } from './__fixtures__/contract-samples.js';
import * as ml from './index.js';

describeContract(ml, samples);
describeHeaderTexts(ml, samples);
describeImpossibleValues(ml, samples);
describePermissions(ml, samples);
describePublishedAnswers(ml, samples);
