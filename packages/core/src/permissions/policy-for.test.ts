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
  it('has one statement for all actions on the same resources, in order and without repetition', () => {
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

  it('names all resources of an action', () => {
    expect(policyFor(runInstance).Statement).toEqual([
      { Effect: 'Allow', Action: ['ec2:RunInstances'], Resource: [instances, 'arn:aws:ec2:*::image/*'] },
    ]);
  });

  it('keeps statements apart that hold on conditions', () => {
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

  it('is empty for nothing, and is refused for what is no function of ours', () => {
    expect(policyFor()).toEqual({ Version: '2012-10-17', Statement: [] });
    expect(() => policyFor((() => undefined) as never)).toThrow(
      'policyFor: takes functions of this library, such as describeInstance.',
    );
  });
});

describe('the statement that would allow what was denied', () => {
  const find = statementFor(ec2, ['ec2:DescribeInstances', { action: 'ec2:StartInstances', resources: ['instance'] }]);
  const one = 'arn:aws:ec2:eu-west-1:123456789012:instance/i-1';

  it.each([
    ['the resource that AWS names', 'ec2:StartInstances', one, one],
    ['the declared ones, where AWS names none', 'ec2:StartInstances', undefined, instances],
    ['the declared ones, where AWS names all', 'ec2:StartInstances', '*', instances],
    ['every resource, where the action cannot be limited', 'ec2:DescribeInstances', one, '*'],
    [
      'the resource that AWS names, of an action that nobody has declared',
      'iam:PassRole',
      'arn:aws:iam::123456789012:role/x',
      'arn:aws:iam::123456789012:role/x',
    ],
    ['every resource, of an action that nobody has declared, where AWS names none', 'kms:CreateGrant', undefined, '*'],
  ])('is about %s', (_title, action, resource, expected) => {
    expect(find(action, resource)).toEqual({ Effect: 'Allow', Action: action, Resource: expected });
  });

  it('is that of the first permission where AWS names no action', () => {
    expect(find(undefined)).toEqual({ Effect: 'Allow', Action: 'ec2:DescribeInstances', Resource: '*' });
    expect(statementFor(ec2, [])(undefined)).toBeUndefined();
  });

  it('cannot be written for a resource type whose ARNs are not declared', () => {
    expect(() => statementOf(ec2.arns, { action: 'ec2:AttachVolume', resources: ['volume'] })).toThrow(
      'ec2:AttachVolume: the service declares no ARN format for volume',
    );
  });
});
