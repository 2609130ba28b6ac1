import { ConflictError, ConnectionError, QuotaExceededError, ServiceError } from '@arch/core';
import { awsError, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import {
  functionArn,
  inputOf,
  policyOf,
  queueArn,
  queueUrl,
  ready,
  ruleArn,
  sent,
  statement,
  topicArn,
} from './__fixtures__/ready-for-targets.js';
import { putTarget } from './index.js';

describe('the policy of', () => {
  it('a queue keeps its other statements', async () => {
    await using aws = ready();
    const own = { Sid: 'mine', Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: queueArn };
    aws.on('GetQueueAttributes', { Attributes: { Policy: JSON.stringify({ Version: '2008-10-17', Statement: own }) } });
    await putTarget({ rule: 'orders', arn: queueArn }, { session: aws.session });
    expect(inputOf(aws, 'GetQueueUrl')).toEqual({ QueueName: 'orders', QueueOwnerAWSAccountId: '123456789012' });
    const { QueueUrl, Attributes } = inputOf(aws, 'SetQueueAttributes');
    expect(QueueUrl).toBe(queueUrl);
    const Condition = { ArnEquals: { 'aws:SourceArn': ruleArn } };
    expect(policyOf((Attributes as { Policy: string }).Policy)).toEqual({
      Version: '2008-10-17',
      Statement: [
        own,
        { ...statement, Sid: expect.any(String), Action: 'sqs:SendMessage', Resource: queueArn, Condition },
      ],
    });
  });

  it('a queue is changed once for repeated calls', async () => {
    await using aws = ready();
    let policy: string | undefined;
    aws.on('SetQueueAttributes', ({ Attributes }) => ((policy = (Attributes as { Policy: string }).Policy), {}));
    aws.on('GetQueueAttributes', () => ({ Attributes: policy === undefined ? {} : { Policy: policy } }));
    await putTarget({ rule: 'orders', arn: queueArn }, { session: aws.session });
    await putTarget({ rule: 'orders', arn: queueArn }, { session: aws.session });
    expect(sent(aws).filter((operation) => operation === 'SetQueueAttributes')).toHaveLength(1);
  });

  it('a queue contains the statements of all concurrent calls', async () => {
    await using aws = ready();
    let policy: string | undefined;
    aws.on('SetQueueAttributes', ({ Attributes }) => ((policy = (Attributes as { Policy: string }).Policy), {}));
    aws.on('GetQueueAttributes', () => ({ Attributes: policy === undefined ? {} : { Policy: policy } }));
    aws.on('DescribeRule', ({ Name }) => ({ Name, Arn: `${ruleArn}-${String(Name)}`, State: 'ENABLED' }));
    const rules = ['a', 'b', 'c'];
    await Promise.all(rules.map((rule) => putTarget({ rule, arn: queueArn }, { session: aws.session })));
    expect(policyOf(policy).Statement).toHaveLength(3);
  });

  it('a topic gets a statement without a condition, because EventBridge would not meet it', async () => {
    await using aws = ready();
    await putTarget({ rule: 'orders', arn: topicArn }, { session: aws.session });
    const { TopicArn, AttributeName, AttributeValue } = inputOf(aws, 'SetTopicAttributes');
    expect({ TopicArn, AttributeName }).toEqual({ TopicArn: topicArn, AttributeName: 'Policy' });
    expect(policyOf(AttributeValue).Statement).toEqual([
      { ...statement, Sid: expect.any(String), Action: 'sns:Publish', Resource: topicArn },
    ]);
  });

  it('a function can already contain the statement', async () => {
    await using aws = ready();
    aws.on('AddPermission', awsError('ResourceConflictException', 'The statement id provided already exists.'));
    await putTarget({ rule: 'orders', arn: functionArn }, { session: aws.session });
    expect(sent(aws)).toEqual(['DescribeRule', 'AddPermission', 'PutTargets']);
  });

  it('a function causes ConflictError if another request is changing the function', async () => {
    await using aws = ready();
    aws.on('AddPermission', awsError('ResourceConflictException', 'An update is in progress.'));
    const call = putTarget({ rule: 'orders', arn: functionArn }, { session: aws.session });
    await expect(call).rejects.toThrow(ConflictError);
    expect(sent(aws)).not.toContain('PutTargets');
  });

  it('a dead-letter queue also gets a statement', async () => {
    await using aws = ready();
    const input = { rule: 'orders', arn: functionArn, deadLetterQueueArn: queueArn };
    await putTarget(input, { session: aws.session });
    expect(sent(aws)).toContain('SetQueueAttributes');
  });
});

describe('a target that is rejected', () => {
  const full = awsError('LimitExceededException', 'The requested resource exceeds the maximum number allowed.');

  it('has its added permissions removed', async () => {
    await using aws = ready();
    let policy = JSON.stringify({ Statement: [{ Sid: 'mine' }] });
    aws.on('SetQueueAttributes', ({ Attributes }) => ((policy = (Attributes as { Policy: string }).Policy), {}));
    aws.on('GetQueueAttributes', () => ({ Attributes: { Policy: policy } }));
    aws.on('PutTargets', full);
    const input = { rule: 'orders', arn: functionArn, deadLetterQueueArn: queueArn };
    await expect(putTarget(input, { session: aws.session })).rejects.toThrow(QuotaExceededError);
    expect(policyOf(policy).Statement).toEqual([{ Sid: 'mine' }]);
    expect(inputOf(aws, 'RemovePermission')).toEqual({
      FunctionName: functionArn,
      StatementId: inputOf(aws, 'AddPermission')['StatementId'],
    });
  });

  it('keeps a permission that existed before', async () => {
    await using aws = ready();
    aws.on('AddPermission', awsError('ResourceConflictException', 'The statement id provided already exists.'));
    aws.on('PutTargets', full);
    const call = putTarget({ rule: 'orders', arn: functionArn }, { session: aws.session });
    await expect(call).rejects.toThrow(QuotaExceededError);
    expect(sent(aws)).not.toContain('RemovePermission');
  });

  it('keeps its added permission if AWS may have added the target', async () => {
    await using aws = ready();
    aws.on('PutTargets', fault('reset'));
    const call = putTarget({ rule: 'orders', arn: functionArn }, { session: aws.session });
    await expect(call).rejects.toThrow(ConnectionError);
    await expect(call).rejects.toThrow(
      `AWS may have completed the request, so the policy of ${functionArn} still allows events.amazonaws.com to use it.`,
    );
    expect(sent(aws)).not.toContain('RemovePermission');
  });

  it('by an abort before its request has its added permission removed', async () => {
    await using aws = ready();
    const giveUp = new AbortController();
    aws.on('GetQueueAttributes', () => {
      giveUp.abort(new Error('enough'));
      return fault('hang');
    });
    const input = { rule: 'orders', arn: functionArn, deadLetterQueueArn: queueArn };
    const call = putTarget(input, { session: aws.session, signal: giveUp.signal });
    await expect(call).rejects.toThrow('enough');
    expect(sent(aws)).not.toContain('PutTargets');
    expect(sent(aws).at(-1)).toBe('RemovePermission');
  });

  it('is reported with the policy that could not be restored', async () => {
    await using aws = ready();
    aws.on('PutTargets', full);
    aws.on('RemovePermission', awsError('AccessDeniedException', 'No.'));
    const call = putTarget({ rule: 'orders', arn: functionArn }, { session: aws.session });
    await expect(call).rejects.toThrow(
      `The policy of ${functionArn} still allows events.amazonaws.com to use it. Undoing it failed: removing the permission: `,
    );
  });

  it('in a successful response causes an error', async () => {
    await using aws = ready();
    const failed = { TargetId: 'ship', ErrorCode: 'InternalException', ErrorMessage: 'Try later' };
    aws.on('PutTargets', { FailedEntryCount: 1, FailedEntries: [failed] });
    const call = putTarget({ rule: 'orders', arn: functionArn, id: 'ship' }, { session: aws.session });
    await expect(call).rejects.toThrow(ServiceError);
    await expect(call).rejects.toThrow('AWS rejected target ship (InternalException). AWS says: Try later.');
  });
});
