import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { CreateUserCommand, IAMClient } from '@aws-sdk/client-iam';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { ChangeResourceRecordSetsCommand, Route53Client } from '@aws-sdk/client-route-53';
import { afterEach, describe, expect, it } from 'vitest';

import { fakeAws } from '../testing/index.js';
import { call } from './call.js';
import { list } from './list.js';

const aws = fakeAws();
const { session } = aws;
afterEach(() => expect(aws.requests).toEqual([]));

/** What a call rejects with. */
const messageOf = async (failing: Promise<unknown>): Promise<string> => {
  const error = await failing.then(
    () => undefined,
    (thrown: unknown) => thrown as Error,
  );
  return `${error?.name}: ${error?.message}`;
};

class OldCommand {
  readonly input: object = {};
  resolveMiddleware(): () => Promise<{ output: object }> {
    return async () => ({ output: {} });
  }
}

describe('before anything is sent, call refuses', () => {
  it('a command of another service', async () => {
    expect(await messageOf(call(KMSClient, CreateUserCommand, { UserName: 'ann' }, { session }))).toBe(
      'InvalidInputError: CreateUser: the client of KMS cannot send this command, which belongs to com.amazonaws.iam. ' +
        'Pass the client class from the package of the command.',
    );
    const listed = list(IAMClient, CreateKeyCommand as never, {} as never, { session, items: 'Tags' as never });
    expect(await messageOf(listed.toArray())).toMatch(/^InvalidInputError: CreateKey: /);
  });

  it.each([
    [
      new KMSClient({}),
      CreateKeyCommand,
      'the first argument must be a client class of the AWS SDK, such as KMSClient, not an object that was made with it.',
    ],
    [undefined, CreateKeyCommand, 'the first argument must be a client class of the AWS SDK, such as KMSClient.'],
    [
      KMSClient,
      new CreateKeyCommand({}),
      'the second argument must be a command class of the AWS SDK, such as CreateKeyCommand, not an object that was made with it.',
    ],
    [
      KMSClient,
      OldCommand,
      'OldCommand has no runtime schema. Update its @aws-sdk/client-… package: old versions have none.',
    ],
  ])('what is no class of a current SDK (%#)', async (Client, Command, message) => {
    expect(await messageOf(call(Client as never, Command as never, {} as never, { session }))).toBe(
      `InvalidInputError: call: ${message}`,
    );
    expect(() => list(Client as never, Command as never, {} as never)).toThrow(`list: ${message}`);
  });

  it('members that the request does not have, at every depth, and suggests the nearest', async () => {
    const wrong = {
      Descripton: 'x',
      Tags: [{ TagKey: 'a', TagValue: 'b' }, { TagKy: 'a' }],
      description: 'y',
    };
    expect(await messageOf(call(KMSClient, CreateKeyCommand, wrong as never, { session }))).toBe(
      'InvalidInputError: CreateKey: unknown member Descripton: did you mean Description? ' +
        'unknown member Tags[1].TagKy: did you mean Tags[1].TagKey? ' +
        'unknown member description: did you mean Description?',
    );
    const item = { TableName: 'orders', Item: { id: { L: [{ M: { name: { Str: 'x' } } }] } } };
    expect(await messageOf(call(DynamoDBClient, PutItemCommand, item as never, { session }))).toBe(
      'InvalidInputError: PutItem: unknown member Item.id.L[0].M.name.Str: did you mean Item.id.L[0].M.name.S or Item.id.L[0].M.name.SS?',
    );
    const change = { Action: 'UPSERT', ResourceRecordSet: { Name: 'a', Type: 'A', Ttl: 60, Colour: 'blue' } };
    const records = { HostedZoneId: 'Z1', ChangeBatch: { Changes: [change] } };
    expect(
      await messageOf(call(Route53Client, ChangeResourceRecordSetsCommand, records as never, { session })),
    ).toMatch(
      /unknown member \S*Changes\[0\]\.ResourceRecordSet\.Ttl: did you mean \S*TTL\? .*Colour: the members are Name, Type, /,
    );
  });

  it('values that no request can hold', async () => {
    const broken = { Description: '\ud800' };
    expect(await messageOf(call(KMSClient, CreateKeyCommand, broken, { session }))).toMatch(
      /^InvalidInputError: CreateKey: Description contains half of a surrogate pair/,
    );
    expect(await messageOf(call(KMSClient, CreateKeyCommand, 'orders' as never, { session }))).toBe(
      "InvalidInputError: CreateKey: the input must be an object with the members of AWS's request.",
    );
  });

  it('options that do not exist', async () => {
    expect(await messageOf(call(KMSClient, CreateKeyCommand, {}, { session, repeatble: true } as never))).toMatch(
      /^InvalidInputError: CreateKey: unknown option repeatble: the options are .*repeatable/,
    );
    expect(await messageOf(call(KMSClient, CreateKeyCommand, {}, { session, repeatable: 'yes' as never }))).toBe(
      'InvalidInputError: CreateKey: repeatable must be true or false.',
    );
  });

  it('lets the variants of a union through that the SDK does not know', async () => {
    const item = { TableName: 'orders', Item: { id: { $unknown: ['X', 'x'] } } };
    const stopped = { session, signal: AbortSignal.abort(new Error('stopped')) };
    expect(await messageOf(call(DynamoDBClient, PutItemCommand, item as never, stopped))).toBe('Error: stopped');
  });
});
