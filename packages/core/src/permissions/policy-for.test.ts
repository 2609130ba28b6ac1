import { describe, expect, it } from 'vitest';

import {
  describeInstance,
  ec2,
  listInstances,
  rebootInstance,
  runInstance,
  startInstance,
  waitForInstance,
} from '../__fixtures__/instances.js';
import { infoOf } from '../declaration/info.js';
import { operation, type Operation } from '../define/operation.js';
import { statementFor, statementOf } from '../declaration/statement-for.js';
import { policyFor } from './policy-for.js';

const instances = 'arn:aws:ec2:*:*:instance/*';

describe('a policy', () => {
  it('has one statement for all actions on the same resources, sorted and without duplicates', () => {
    expect(
      policyFor(startInstance, describeInstance, rebootInstance, listInstances, waitForInstance, startInstance),
    ).toEqual({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: ['ec2:RebootInstances', 'ec2:StartInstances'], Resource: instances },
        { Effect: 'Allow', Action: ['ec2:DescribeInstances'], Resource: '*' },
      ],
    });
  });

  it('contains all resources of an action', () => {
    expect(policyFor(runInstance).Statement).toEqual([
      { Effect: 'Allow', Action: ['ec2:RunInstances'], Resource: [instances, 'arn:aws:ec2:*::image/*'] },
    ]);
  });

  it('keeps statements with conditions separate', () => {
    const condition = { StringEquals: { 'ec2:CreateAction': 'RunInstances' } };
    const tagging = operation(
      () =>
        ({
          ...infoOf(runInstance)!.declaration,
          permissions: [
            { action: 'ec2:CreateTags', resources: ['instance'], condition },
            { action: 'ec2:CreateTags', resources: ['instance'] },
          ],
        }) as never,
    ) as Operation<never, unknown>;
    expect(policyFor(tagging).Statement).toEqual([
      { Effect: 'Allow', Action: ['ec2:CreateTags'], Resource: instances, Condition: condition },
      { Effect: 'Allow', Action: ['ec2:CreateTags'], Resource: instances },
    ]);
  });

  it('is empty without functions, and throws for other values', () => {
    expect(policyFor()).toEqual({ Version: '2012-10-17', Statement: [] });
    expect(() => policyFor((() => undefined) as never)).toThrow(
      'policyFor: pass functions of @arch packages, such as describeInstance.',
    );
  });
});

describe('the statement that allows a denied action', () => {
  const find = statementFor(ec2, ['ec2:DescribeInstances', { action: 'ec2:StartInstances', resources: ['instance'] }]);
  const one = 'arn:aws:ec2:eu-west-1:123456789012:instance/i-1';

  it.each([
    ['the resource that AWS names', 'ec2:StartInstances', one, one],
    ['the declared resources if AWS names none', 'ec2:StartInstances', undefined, instances],
    ['the declared resources if AWS names all', 'ec2:StartInstances', '*', instances],
    ['all resources if the action cannot be limited', 'ec2:DescribeInstances', one, '*'],
    [
      'the resource that AWS names, for an undeclared action',
      'iam:PassRole',
      'arn:aws:iam::123456789012:role/x',
      'arn:aws:iam::123456789012:role/x',
    ],
    ['all resources for an undeclared action if AWS names none', 'kms:CreateGrant', undefined, '*'],
  ])('is for %s', (_title, action, resource, expected) => {
    expect(find(action, resource)).toEqual({ Effect: 'Allow', Action: action, Resource: expected });
  });

  it('is for the first permission if AWS names no action', () => {
    expect(find(undefined)).toEqual({ Effect: 'Allow', Action: 'ec2:DescribeInstances', Resource: '*' });
    expect(statementFor(ec2, [])(undefined)).toBeUndefined();
  });

  it('throws for a resource type without an ARN format', () => {
    expect(() => statementOf(ec2.arns, { action: 'ec2:AttachVolume', resources: ['volume'] })).toThrow(
      'ec2:AttachVolume: the service has no ARN format for volume',
    );
  });
});
