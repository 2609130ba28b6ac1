import { describe, expect, it } from 'vitest';

import { startInstance } from '../__fixtures__/instances.js';
import { awsError, fakeAws } from '../testing/index.js';
import { deniedError, type Failure } from './denied-error.js';
import { denied, type ErrorRule, withoutStatement } from './error-table.js';

const statement = { Effect: 'Allow', Action: 'ec2:RunInstances', Resource: '*' } as const;

const failure = (message: string, more: Partial<Failure> = {}): Failure => ({
  error: Object.assign(new Error(message), { name: 'AccessDenied' }),
  rule: denied(),
  details: { code: 'AccessDenied' },
  ...more,
  call: {
    operation: 'runInstance',
    input: {},
    tables: [],
    actions: ['ec2:RunInstances', 'iam:PassRole'],
    statementFor: (action = 'ec2:RunInstances') => ({ ...statement, Action: action }),
    ...more.call,
  },
});

const user = 'arn:aws:iam::123456789012:user/ann';
const passRole = (account: string): string =>
  `User: ${user} is not authorized to perform: iam:PassRole on resource: arn:aws:iam::${account}:role/web because no identity-based policy allows the iam:PassRole action`;

describe('a denial', () => {
  it('suggests a statement for the action that AWS names', () => {
    expect(deniedError(failure(passRole('123456789012')))).toMatchObject({
      action: 'iam:PassRole',
      principal: user,
      statement: { Action: 'iam:PassRole' },
    });
  });

  it('suggests no statement if AWS does not name the action, and lists what to check', () => {
    const error = deniedError(failure('Access Denied'));
    expect(error).toMatchObject({ action: 'ec2:RunInstances', statement: undefined });
    expect(error.message).toBe(
      'runInstance: the caller is not authorized to perform ec2:RunInstances. AWS says: Access Denied. AWS does not name the reason. ' +
        'Check that policies allow ec2:RunInstances, iam:PassRole, and check the policies of the resource and of its KMS key.',
    );
  });

  it.each([
    [['ec2:RunInstances'], statement],
    [['ec2:RunInstances', 'iam:PassRole'], undefined],
  ])(
    'suggests a statement for a code that only missing permissions cause, if the call requires one action: %j',
    (actions, expected) => {
      const { call } = failure('');
      const error = deniedError(
        failure('You are not authorized to perform this operation.', {
          details: { code: 'UnauthorizedOperation' },
          call: { ...call, actions },
        }),
      );
      expect(error.statement).toEqual(expected);
    },
  );

  it('suggests no statement for a role of another account, which cannot be passed', () => {
    const error = deniedError(failure(passRole('999999999999')));
    expect(error).toMatchObject({ action: 'iam:PassRole', statement: undefined });
    expect(error.message).toContain('A role of another account cannot be passed');
  });

  it.each<[string, ErrorRule, RegExp]>([
    [
      'KMS access was denied.',
      withoutStatement(denied({ remedy: 'Let the role use the key.' })),
      /AWS denied access\. AWS says: KMS/,
    ],
    [
      'User: arn:aws:sts::123456789012:assumed-role/fn/fn is not authorized to perform: kms:Decrypt on resource: k',
      withoutStatement(denied({ remedy: 'Let the role use the key.' })),
      /assumed-role\/fn\/fn is not authorized to perform kms:Decrypt on k\./,
    ],
    ['Not subscribed.', denied({ remedy: 'Sign up.' }), /AWS denied access\. AWS says: Not subscribed\. Sign up\./],
  ])('suggests no statement if AWS denied something else than the caller: %s', (message, rule, words) => {
    const error = deniedError(failure(message, { rule }));
    expect(error.statement).toBeUndefined();
    expect(error.message).toMatch(words);
    expect(error.message).not.toContain('Check that policies');
  });

  it.each([
    ['eu-west-1', 'arn:aws:ec2:*:*:instance/*'],
    ['cn-north-1', 'arn:aws-cn:ec2:*:*:instance/*'],
    ['us-gov-west-1', 'arn:aws-us-gov:ec2:*:*:instance/*'],
  ])('suggests a statement for the partition of the region: %s', async (region, arn) => {
    await using aws = fakeAws({ region });
    const refused = awsError('UnauthorizedOperation', 'You are not authorized to perform this operation.', {
      status: 403,
    });
    aws.on('StartInstances', refused);
    await expect(startInstance('i-1', { session: aws.session })).rejects.toMatchObject({
      statement: { Resource: arn },
    });
  });

  it('suggests a statement for the partition of the caller that AWS names', () => {
    const { call } = failure('');
    const caller = 'User: arn:aws-cn:iam::123456789012:user/ann is not authorized to perform: ec2:StartInstances';
    const allowing = { ...statement, Resource: ['arn:aws:ec2:*:*:instance/*'] };
    const error = deniedError(failure(caller, { call: { ...call, statementFor: () => allowing } }));
    expect(error.statement).toEqual({ ...allowing, Resource: ['arn:aws-cn:ec2:*:*:instance/*'] });
  });
});
