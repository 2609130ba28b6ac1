import { CreateUserCommand, IAMClient } from '@aws-sdk/client-iam';
import { CreateKeyCommand, DescribeKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';

import { describeInstance } from '../__fixtures__/instances.js';
import { input } from '../declaration/read-input.js';
import { task } from '../define/task.js';
import { checkPermission } from '../permissions/check-permission.js';
import { policyFor } from '../permissions/policy-for.js';
import { string } from '../schema/z.js';
import { awsError, fakeAws, fault } from '../testing/index.js';
import { callable } from './callable.js';

const keys = 'arn:aws:kms:*:*:key/*';
const createKey = callable(KMSClient, CreateKeyCommand, { permissions: ['kms:CreateKey'] });
const describeKey = callable(KMSClient, DescribeKeyCommand, {
  permissions: [{ action: 'kms:DescribeKey', resources: [keys] }],
});

describe('a function of a command', () => {
  it('sends the command', async () => {
    await using aws = fakeAws({ answers: { CreateKey: { KeyMetadata: { KeyId: 'k-1' } } } });
    const { KeyMetadata } = await createKey({ Description: 'orders' }, { session: aws.session });
    expect(KeyMetadata?.KeyId).toBe('k-1');
    expect(aws.requests[0]?.input).toEqual({ Description: 'orders' });
    await expect(createKey({ Descripton: 'x' } as never, { session: aws.session })).rejects.toThrow(
      'CreateKey: unknown member Descripton: did you mean Description?',
    );
  });

  it('has permissions: in policies, in errors, and where they are checked', async () => {
    expect(createKey.permissions).toEqual([{ action: 'kms:CreateKey' }]);
    expect(policyFor(createKey, describeKey, describeInstance).Statement).toEqual([
      { Effect: 'Allow', Action: ['ec2:DescribeInstances', 'kms:CreateKey'], Resource: '*' },
      { Effect: 'Allow', Action: ['kms:DescribeKey'], Resource: keys },
    ]);
    await using aws = fakeAws();
    aws.on(
      'DescribeKey',
      awsError('AccessDeniedException', 'User: ann is not authorized to perform: kms:DescribeKey', { status: 400 }),
    );
    await expect(describeKey({ KeyId: 'k-1' }, { session: aws.session })).rejects.toMatchObject({
      name: 'AccessDeniedError',
      action: 'kms:DescribeKey',
      statement: { Effect: 'Allow', Action: 'kms:DescribeKey', Resource: keys },
    });
    aws.on('SimulatePrincipalPolicy', {
      EvaluationResults: [{ EvalActionName: 'kms:DescribeKey', EvalDecision: 'implicitDeny' }],
    });
    expect(await checkPermission(describeKey, { KeyId: 'k-1' }, { session: aws.session })).toMatchObject({
      allowed: false,
      missing: ['kms:DescribeKey'],
    });
  });

  it('is a step of a task', async () => {
    const encryptAll = task<{ readonly description: string }, string | undefined>(() => ({
      name: 'encryptAll',
      input: input<{ readonly description: string }>({ description: string() }),
      uses: [createKey],
      run: async ({ description }, options) =>
        (await createKey({ Description: description }, options)).KeyMetadata?.KeyId,
    }));
    await using aws = fakeAws({ answers: { CreateKey: awsError('LimitExceededException', 'No.', { status: 400 }) } });
    expect(policyFor(encryptAll).Statement).toEqual([{ Effect: 'Allow', Action: ['kms:CreateKey'], Resource: '*' }]);
    await expect(encryptAll({ description: 'x' }, { session: aws.session })).rejects.toThrow(
      /^encryptAll: creating the key: the account has reached a quota\. /,
    );
  });

  it('is repeated after a lost response where it says so', async () => {
    await using aws = fakeAws({ answers: { CreateUser: fault('reset') } });
    const createUser = callable(IAMClient, CreateUserCommand, { permissions: ['iam:CreateUser'], repeatable: true });
    await expect(createUser({ UserName: 'ann' }, { session: aws.session })).rejects.toThrow();
    expect(aws.requests).toHaveLength(3);
    await expect(createUser({ UserName: 'ann' }, { session: aws.session, repeatable: false })).rejects.toThrow();
    expect(aws.requests).toHaveLength(4);
  });

  it.each([
    [undefined, "permissions is required, e.g. { permissions: ['kms:CreateKey'] }."],
    [['CreateKey'], `"CreateKey" in permissions is not an IAM action. Write it as 'kms:CreateKey'.`],
    [['kms:*'], `"kms:*" in permissions is not an IAM action. Write it as 'kms:CreateKey'.`],
    [
      [{ action: 'kms:DescribeKey', resources: ['key'] }],
      `"key" in the resources of kms:DescribeKey is not an ARN. Write it as '${keys}'.`,
    ],
  ])('is refused without actions of IAM: %o', (permissions, message) => {
    expect(() => callable(KMSClient, CreateKeyCommand, { permissions } as never)).toThrow(`callable: ${message}`);
  });
});
