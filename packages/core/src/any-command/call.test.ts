import { CreateStackCommand, CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { CreateLoginProfileCommand, CreateUserCommand, GetUserCommand, IAMClient } from '@aws-sdk/client-iam';
import { CreateKeyCommand, DescribeKeyCommand, DisableKeyCommand, KMS, KMSClient } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';

import type { ArchEvent } from '../events/arch-event.js';
import { withSession } from '../session/current-session.js';
import { awsError, fakeAws, fault } from '../testing/index.js';
import { call } from './call.js';

const key = { KeyMetadata: { KeyId: 'k-1' } };

describe('call', () => {
  it("sends the request in AWS's words and returns the SDK's output", async () => {
    await using aws = fakeAws({ answers: { CreateKey: key } });
    const input = { Description: 'orders', Tags: [{ TagKey: 'team', TagValue: 'web' }] };
    const output = await call(KMSClient, CreateKeyCommand, input, { session: aws.session });
    expect(output).toEqual(key);
    expect(Object.keys(output)).toEqual(['KeyMetadata']);
    expect(output.$metadata.requestId).toMatch(/^0000/);
    expect(aws.requests[0]?.input).toEqual(input);
  });

  it('returns nothing where the response has no members', async () => {
    await using aws = fakeAws({ answers: { DisableKey: {} } });
    expect(await call(KMSClient, DisableKeyCommand, { KeyId: 'k-1' }, { session: aws.session })).toBeUndefined();
  });

  it('takes the session of its surroundings, the region of its options, and one client for all calls', async () => {
    await using aws = fakeAws({ answers: { CreateKey: key } });
    let made = 0;
    class CountedClient extends KMSClient {
      constructor(...configuration: ConstructorParameters<typeof KMSClient>) {
        super(...configuration);
        made++;
      }
    }
    await withSession(aws.session, () => call(CountedClient, CreateKeyCommand, {}));
    await call(CountedClient, CreateKeyCommand, {}, { session: aws.session });
    expect(made).toBe(1);
    await call(KMS, CreateKeyCommand, {}, { session: aws.session, region: 'eu-west-1' });
    expect(aws.requests.map(({ host }) => host)).toEqual([
      'kms.us-east-1.amazonaws.com',
      'kms.us-east-1.amazonaws.com',
      'kms.eu-west-1.amazonaws.com',
    ]);
  });

  it('publishes the events of a call', async () => {
    await using aws = fakeAws({ answers: { DescribeKey: key } });
    aws.once('DescribeKey', fault('throttle'));
    const events: ArchEvent[] = [];
    const onEvent = (event: ArchEvent): void => void events.push(event);
    await call(KMSClient, DescribeKeyCommand, { KeyId: 'k-1' }, { session: aws.session, onEvent });
    expect(events.map(({ type, operation }) => [type, operation])).toEqual(
      ['call-start', 'attempt', 'retry', 'attempt', 'call-end'].map((type) => [type, 'DescribeKey']),
    );
    expect(events[1]).toMatchObject({ service: 'KMS', awsOperation: 'DescribeKey' });
  });

  it('ends with its deadline and with its signal', async () => {
    await using aws = fakeAws({ answers: { DescribeKey: fault('hang') } });
    const input = { KeyId: 'k-1' };
    const late = call(KMSClient, DescribeKeyCommand, input, { session: aws.session, timeoutMs: 2_000, maxAttempts: 1 });
    await expect(late).rejects.toMatchObject({ name: 'DeadlineError', operation: 'DescribeKey', limitMs: 2_000 });
    const reason = new Error('enough');
    const { signal } = { signal: AbortSignal.abort(reason) };
    await expect(call(KMSClient, DescribeKeyCommand, input, { session: aws.session, signal })).rejects.toBe(reason);
    const stop = new AbortController();
    const stopped = call(KMSClient, DescribeKeyCommand, input, { session: aws.session, signal: stop.signal });
    setImmediate(() => stop.abort(reason));
    await expect(stopped).rejects.toBe(reason);
  });
});

describe('an error of call', () => {
  const user = { UserName: 'ann' };
  it.each([
    ['NoSuchEntity', 404, 'NotFoundError'],
    ['EntityAlreadyExists', 409, 'AlreadyExistsError'],
    ['LimitExceeded', 409, 'QuotaExceededError'],
    ['DeleteConflict', 409, 'ConflictError'],
    ['AccessDenied', 403, 'AccessDeniedError'],
    ['Throttling', 400, 'ThrottledError'],
    ['MalformedPolicyDocument', 400, 'InvalidRequestError'],
    ['ExpiredToken', 403, 'CredentialsError'],
  ])('for %s is of its kind', async (code, status, name) => {
    await using aws = fakeAws({ answers: { GetUser: awsError(code, 'No.', { status }) } });
    const failure = call(IAMClient, GetUserCommand, user, { session: aws.session });
    await expect(failure).rejects.toMatchObject({ name, code, status, operation: 'GetUser' });
    await expect(failure).rejects.toThrow(/^GetUser: /);
  });

  it.each([
    ['ConditionalCheckFailedException', 'ConflictError'],
    ['ResourceNotFoundException', 'NotFoundError'],
    ['ProvisionedThroughputExceededException', 'ThrottledError'],
  ])('for %s of DynamoDB is a %s', async (code, name) => {
    await using aws = fakeAws({ answers: { PutItem: awsError(code, 'No.', { status: 400 }) } });
    const input = { TableName: 'orders', Item: { id: { S: '1' } } };
    await expect(call(DynamoDBClient, PutItemCommand, input, { session: aws.session })).rejects.toMatchObject({ name });
  });

  it('names the statement to add where AWS names the action, whatever it calls the resource', async () => {
    const said = 'User: arn:aws:iam::1:user/bob is not authorized to perform: iam:CreateUser on resource: ';
    await using aws = fakeAws();
    for (const [resource, stated] of [
      ['arn:aws:iam::1:user/ann', 'arn:aws:iam::1:user/ann'],
      ['user ann', '*'],
    ] as const) {
      aws.once('CreateUser', awsError('AccessDenied', said + resource, { status: 403 }));
      const statement = { Effect: 'Allow', Action: 'iam:CreateUser', Resource: stated };
      const failure = call(IAMClient, CreateUserCommand, user, { session: aws.session });
      await expect(failure).rejects.toMatchObject({ name: 'AccessDeniedError', action: 'iam:CreateUser', statement });
    }
  });

  it('for a response that is not of AWS says so', async () => {
    await using aws = fakeAws({ answers: { CreateStack: fault('garbage') } });
    const failure = call(CloudFormationClient, CreateStackCommand, { StackName: 's' }, { session: aws.session });
    await expect(failure).rejects.toMatchObject({ name: 'UnexpectedResponseError', operation: 'CreateStack' });
  });

  it('quotes no secret of the request', async () => {
    await using aws = fakeAws();
    const Password = 'correct-horse-battery';
    aws.on('CreateLoginProfile', awsError('PasswordPolicyViolation', `${Password} is too short.`, { status: 400 }));
    const input = { ...user, Password };
    await expect(call(IAMClient, CreateLoginProfileCommand, input, { session: aws.session })).rejects.toThrow(
      /AWS says: \(not shown\) is too short\./,
    );
  });
});
