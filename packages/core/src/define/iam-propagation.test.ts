import { describe, expect, it } from 'vitest';

import { ServiceError } from '../errors/service-error.js';
import { iamPropagation } from './iam-propagation.js';

const role = 'arn:aws:iam::123456789012:role/web';

describe('a response about a role that IAM created a moment ago', () => {
  it.each([
    ['Lambda', 'The role defined for the function cannot be assumed by Lambda.'],
    ['Lambda', 'The provided execution role does not have permissions to call CreateNetworkInterface on EC2'],
    [
      'Lambda',
      'Lambda was unable to configure access to your environment variables because the KMS key is invalid for CreateGrant.',
    ],
    ['EC2', 'Value (web) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name'],
    ['EC2', "IAM Instance Profile 'arn:aws:iam::123456789012:instance-profile/web' has no associated IAM Roles"],
    [
      'Auto Scaling',
      'You must use a valid fully-formed launch template. Value (web) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name',
    ],
    ['EMR', 'Invalid InstanceProfile: EMR_EC2_DefaultRole.'],
    ['EMR', 'Failed to authorize instance profile arn:aws:iam::123456789012:instance-profile/EMR_EC2_DefaultRole'],
    [
      'SageMaker',
      `Could not assume role ${role}. Please ensure that the role exists and allows principal 'sagemaker.amazonaws.com' to assume the role.`,
    ],
    ['EventBridge', `Provided role '${role}' cannot be assumed by principal 'events.amazonaws.com'.`],
    [
      'ECS',
      'ECS was unable to assume the role that was provided for this task. Please verify that the role being passed has the proper trust relationship.',
    ],
    ['Redshift', `The IAM role ${role} is not valid. Please check whether the role exists.`],
  ])('of %s is temporary: %s', (_service, message) => {
    expect(iamPropagation.when?.(new ServiceError(message))).toBe(true);
  });

  it.each([
    'Unzipped size must be smaller than 262144000 bytes',
    'Value (t2.nano2) for parameter instanceType is invalid.',
    `User: ${role} is not authorized to perform: iam:PassRole on resource: ${role}`,
    'Cross-account pass role is not allowed.',
  ])('is none of these: %s', (message) => {
    expect(iamPropagation.when?.(new ServiceError(message))).toBe(false);
  });

  it('is an error of AWS', () => {
    expect(iamPropagation.when?.(new Error('The role cannot be assumed'))).toBe(false);
  });
});
