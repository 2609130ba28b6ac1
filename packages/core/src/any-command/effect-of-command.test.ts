import { CloudFormationClient, CreateStackCommand, RegisterTypeCommand } from '@aws-sdk/client-cloudformation';
import {
  BatchWriteItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  ExecuteStatementCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { RunInstancesCommand, StartInstancesCommand } from '@aws-sdk/client-ec2';
import { CreateUserCommand, IAMClient, TagUserCommand } from '@aws-sdk/client-iam';
import { CreateKeyCommand, DecryptCommand, GenerateDataKeyCommand, ListKeysCommand } from '@aws-sdk/client-kms';
import { ChangeResourceRecordSetsCommand, DeleteHostedZoneCommand } from '@aws-sdk/client-route-53';
import { describe, expect, it } from 'vitest';

import { commandOf } from '../__fixtures__/odd-commands.js';
import type { CommandType } from '../declaration/command-type.js';
import { fakeAws, fault, type FaultName } from '../testing/index.js';
import { call } from './call.js';
import { effectOfCommand } from './effect-of-command.js';

const rest = (name: string, method: string): CommandType => commandOf(name, {}, {}, { http: [method, '/', 200] });

describe('a request whose response is lost', () => {
  it.each([ListKeysCommand, QueryCommand, DecryptCommand, GenerateDataKeyCommand, rest('ExportApi', 'GET')])(
    'is repeated where it reads or computes: %o',
    (command) => {
      expect(effectOfCommand(command, undefined)).toMatchObject({ mutates: false, repeatable: true });
    },
  );

  it.each([
    TransactWriteItemsCommand,
    RunInstancesCommand,
    // AWS's model says that it is idempotent.
    RegisterTypeCommand,
    PutItemCommand,
    DeleteItemCommand,
    BatchWriteItemCommand,
    TagUserCommand,
    DeleteHostedZoneCommand,
    rest('FlushStageCache', 'DELETE'),
  ])('is repeated where that changes nothing: %o', (command) => {
    expect(effectOfCommand(command, undefined)).toMatchObject({ mutates: true, repeatable: true });
  });

  it.each([
    CreateKeyCommand,
    CreateUserCommand,
    CreateStackCommand,
    StartInstancesCommand,
    ChangeResourceRecordSetsCommand,
    ExecuteStatementCommand,
    // It may count up.
    UpdateItemCommand,
    commandOf('PutMetricData', {}, {}),
    commandOf('CheckoutLicense', {}, {}),
    commandOf('SettleOrder', {}, {}),
    rest('CreateDirectory', 'PUT'),
  ])('is not repeated where it makes, starts or sends something: %o', (command) => {
    expect(effectOfCommand(command, undefined)).toMatchObject({ mutates: true, repeatable: false });
  });

  it.each<FaultName>(['reset', 'hang', '500', 'truncated'])(
    'is sent once after %s, and the error says so',
    async (kind) => {
      await using aws = fakeAws({ answers: { CreateUser: fault(kind), CreateStack: fault(kind) } });
      const { session } = aws;
      for (const creating of [
        call(IAMClient, CreateUserCommand, { UserName: 'ann' }, { session }),
        call(CloudFormationClient, CreateStackCommand, { StackName: 'web' }, { session }),
      ]) {
        const failure = expect(creating).rejects;
        await failure.toMatchObject({ outcomeUnknown: true, retryable: false });
        await failure.toThrow(
          /AWS may have completed the request, so it was not retried\. Check before you call again\.$/,
        );
      }
      expect(aws.requests.map(({ operation }) => operation).sort()).toEqual(['CreateStack', 'CreateUser']);
    },
  );

  it('is repeated, or not, where the caller says so', async () => {
    await using aws = fakeAws({ answers: { CreateUser: fault('reset'), DeleteItem: fault('reset') } });
    const { session } = aws;
    const creating = call(IAMClient, CreateUserCommand, { UserName: 'ann' }, { session, repeatable: true });
    await expect(creating).rejects.toMatchObject({ outcomeUnknown: true, retryable: true });
    expect(aws.requests).toHaveLength(3);
    const input = { TableName: 'orders', Key: { id: { S: '1' } } };
    await expect(call(DynamoDBClient, DeleteItemCommand, input, { session, repeatable: false })).rejects.toMatchObject({
      outcomeUnknown: true,
      retryable: false,
    });
    expect(aws.requests).toHaveLength(4);
  });

  it('carries one token in all attempts, and the error tells how to pass it', async () => {
    await using aws = fakeAws({ answers: { TransactWriteItems: fault('reset') } });
    const failing = call(DynamoDBClient, TransactWriteItemsCommand, { TransactItems: [] }, { session: aws.session });
    const error = (await failing.catch((thrown: unknown) => thrown)) as Error & { idempotencyToken?: string };
    const tokens = new Set(aws.requests.map(({ input }) => input['ClientRequestToken']));
    expect([aws.requests.length, [...tokens]]).toEqual([3, [error.idempotencyToken]]);
    expect(error.message).toContain(`pass the same token: ClientRequestToken: '${error.idempotencyToken}'.`);
  });

  it('is repeated after throttling in any case', async () => {
    await using aws = fakeAws({ answers: { CreateUser: { User: { UserName: 'ann' } } } });
    aws.once('CreateUser', fault('throttle'));
    await call(IAMClient, CreateUserCommand, { UserName: 'ann' }, { session: aws.session });
    expect(aws.requests).toHaveLength(2);
  });
});
