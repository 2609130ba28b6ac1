import { DynamoDBClient, ListTablesCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { GetAccountAuthorizationDetailsCommand, IAMClient, ListUsersCommand } from '@aws-sdk/client-iam';
import { KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { ListResourceRecordSetsCommand, Route53Client } from '@aws-sdk/client-route-53';
import { describe, expect, it } from 'vitest';

import { commandOf, flag, structure, text, texts } from '../__fixtures__/odd-commands.js';
import type { ArchEvent } from '../events/arch-event.js';
import { withSession } from '../session/current-session.js';
import { fakeAws, fault } from '../testing/index.js';
import { list } from './list.js';

describe('list', () => {
  it("yields the items of all pages, in AWS's words", async () => {
    await using aws = fakeAws();
    aws.once('ListKeys', { Keys: [{ KeyId: 'a' }, { KeyId: 'b' }], Truncated: true, NextMarker: 'two' });
    aws.once('ListKeys', { Keys: [{ KeyId: 'c' }], Truncated: false, NextMarker: 'three' });
    const events: ArchEvent[] = [];
    const onEvent = (event: ArchEvent): void => void events.push(event);
    const listing = withSession(aws.session, () => list(KMSClient, ListKeysCommand, { Limit: 2 }, { onEvent }));
    expect(aws.requests).toEqual([]);
    expect(await listing.toArray()).toEqual([{ KeyId: 'a' }, { KeyId: 'b' }, { KeyId: 'c' }]);
    expect(aws.requests.map(({ input }) => input)).toEqual([{ Limit: 2 }, { Limit: 2, Marker: 'two' }]);
    expect(events.filter(({ type }) => type === 'page')).toMatchObject([
      { operation: 'ListKeys', page: 1, items: 2 },
      { operation: 'ListKeys', page: 2, items: 1 },
    ]);
  });

  it('requests no page that is not needed', async () => {
    await using aws = fakeAws();
    let pages = 0;
    aws.on('ListTables', () => ({ TableNames: [`t${++pages}`], LastEvaluatedTableName: `t${pages}` }));
    expect(await list(DynamoDBClient, ListTablesCommand, {}, { session: aws.session }).toArray({ limit: 3 })).toEqual([
      't1',
      't2',
      't3',
    ]);
    expect(aws.requests.map(({ input }) => input['ExclusiveStartTableName'])).toEqual([undefined, 't1', 't2']);
  });

  it('takes all tokens of a response, and none of the page before', async () => {
    await using aws = fakeAws();
    const page = (Name: string, next: object): object => ({
      ResourceRecordSets: [{ Name, Type: 'A' }],
      MaxItems: 1,
      ...next,
    });
    aws.once('ListResourceRecordSets', page('b', { IsTruncated: true, NextRecordName: 'c', NextRecordType: 'A' }));
    aws.once('ListResourceRecordSets', page('c', { IsTruncated: false }));
    const start = {
      HostedZoneId: 'Z1',
      StartRecordName: 'b',
      StartRecordType: 'A',
      StartRecordIdentifier: 'blue',
    } as const;
    expect(await list(Route53Client, ListResourceRecordSetsCommand, start, { session: aws.session }).count()).toBe(2);
    expect(aws.requests[1]?.input).toEqual({ HostedZoneId: 'Z1', StartRecordName: 'c', StartRecordType: 'A' });
  });

  it('fails where a token that is a structure comes twice', async () => {
    await using aws = fakeAws();
    aws.on('Scan', () => ({ Items: [{ id: { S: '1' } }], LastEvaluatedKey: { id: { S: '1' } } }));
    const scanned = list(DynamoDBClient, ScanCommand, { TableName: 'orders' }, { session: aws.session });
    await expect(scanned.toArray()).rejects.toThrow(/^Scan: AWS returned the same page token twice, after 2 pages/);
    expect(aws.requests).toHaveLength(2);
  });

  it('yields all items of a large page, which is read in parts', async () => {
    await using aws = fakeAws();
    const user = (UserName: string): object => ({ UserName, UserId: UserName, Arn: `arn:aws:iam::1:user/${UserName}` });
    const names = Array.from({ length: 6_000 }, (_, n) => `user-${n}`);
    aws.once('ListUsers', { Users: names.map(user), IsTruncated: true, Marker: 'two' });
    aws.once('ListUsers', { Users: [user('last')], IsTruncated: false });
    const users = await list(IAMClient, ListUsersCommand, {}, { session: aws.session }).toArray();
    expect(users.map(({ UserName }) => UserName)).toEqual([...names, 'last']);
  });

  it('has one deadline for all pages', async () => {
    await using aws = fakeAws();
    aws.once('ListKeys', { Keys: [{ KeyId: 'a' }], Truncated: true, NextMarker: 'two' });
    aws.on('ListKeys', fault('hang'));
    const listing = list(KMSClient, ListKeysCommand, {}, { session: aws.session, timeoutMs: 5_000 });
    await expect(listing.toArray()).rejects.toMatchObject({ name: 'DeadlineError', limitMs: 5_000 });
    expect(aws.clock.elapsedMs).toBe(5_000);
  });
});

describe('list, where a response says that there is more', () => {
  const request = { Marker: text };

  it.each([
    [
      ListKeysCommand,
      'ListKeys',
      { Keys: [], Truncated: true },
      'Truncated: true, but no NextMarker, so the next page cannot be requested.',
    ],
    [
      commandOf('ListStreams', { ExclusiveStartStreamName: text }, { StreamNames: texts, HasMoreStreams: flag }),
      'ListStreams',
      { StreamNames: ['a'], HasMoreStreams: true },
      'HasMoreStreams: true, but none of its members names the next page. Send the command with call(), and request the next page yourself.',
    ],
    [
      commandOf('DescribeStream', {}, { Description: structure({ Shards: texts, HasMoreShards: flag }) }),
      'DescribeStream',
      { Description: { Shards: ['a'], HasMoreShards: true } },
      'Description.HasMoreShards: true, but none of its members names the next page. Send the command with call(), and request the next page yourself.',
    ],
  ])('fails after the items if it names no page (%#)', async (Command, name, answer, message) => {
    await using aws = fakeAws({ answers: { [name]: answer } });
    const listing = list(KMSClient, Command as typeof ListKeysCommand, {}, { session: aws.session });
    const failure = expect(listing.toArray()).rejects;
    await failure.toMatchObject({ name: 'UnexpectedResponseError', operation: name });
    await failure.toThrow(`${name}: the response has ${message} (request `);
    expect(aws.requests).toHaveLength(1);
  });

  it('finds list and token within a structure', async () => {
    await using aws = fakeAws();
    const Command = commandOf<{ Marker?: string }, { Defaults?: { Marker?: string; Names?: string[] } }>(
      'DescribeDefaults',
      request,
      { Defaults: structure({ Marker: text, Names: texts }) },
    );
    aws.once('DescribeDefaults', { Defaults: { Names: ['a'], Marker: 'two' } });
    aws.once('DescribeDefaults', { Defaults: { Names: ['b'] } });
    expect(await list(KMSClient, Command, {}, { session: aws.session }).toArray()).toEqual(['a', 'b']);
    expect(aws.requests[1]?.input).toEqual({ Marker: 'two' });
  });
});

describe('before anything is sent, list refuses', () => {
  it.each([
    [
      () => list(IAMClient, GetAccountAuthorizationDetailsCommand, {}),
      "GetAccountAuthorizationDetails: the response has several lists: UserDetailList, GroupDetailList, RoleDetailList, Policies. Name one, e.g. { items: 'UserDetailList' }.",
    ],
    [
      () => list(IAMClient, GetAccountAuthorizationDetailsCommand, {}, { items: 'UserDetails' as never }),
      'GetAccountAuthorizationDetails: items is "UserDetails", which is not a list of the response. Did you mean UserDetailList?',
    ],
    [
      () => list(IAMClient, ListUsersCommand, {}, { items: 5 as never }),
      'ListUsers: items is 5, which is not a list of the response. The response has Users.',
    ],
    [
      () => list(IAMClient, ListUsersCommand, {}, { items: 'Zebras' as never }),
      'ListUsers: items is "Zebras", which is not a list of the response. The response has Users.',
    ],
    [
      () =>
        list(
          KMSClient,
          commandOf(
            'GetLogEvents',
            { nextToken: text },
            { events: texts, nextForwardToken: text, nextBackwardToken: text },
          ),
          {} as never,
        ),
      'GetLogEvents: list does not know which member of the request takes nextForwardToken or nextBackwardToken. Send the command with call(), and request the next page yourself.',
    ],
    [
      () => list(KMSClient, commandOf('GetNothing', {}, { Name: text }), {} as never),
      'GetNothing: the response has no list. Send the command with call().',
    ],
    [
      () => list(IAMClient, ListUsersCommand, { PathPrefx: '/' } as never),
      'ListUsers: unknown member PathPrefx: did you mean PathPrefix?',
    ],
  ])('what it cannot list (%#)', async (listing, message) => {
    await using aws = fakeAws();
    await expect(withSession(aws.session, () => listing().toArray() as Promise<unknown>)).rejects.toMatchObject({
      name: 'InvalidInputError',
      message,
    });
    expect(aws.requests).toEqual([]);
  });

  it('yields the items of the list that is named', async () => {
    await using aws = fakeAws();
    aws.on('GetAccountAuthorizationDetails', {
      RoleDetailList: [{ RoleName: 'a' }],
      UserDetailList: [{ UserName: 'b' }],
    });
    const options = { session: aws.session, items: 'RoleDetailList' } as const;
    expect(await list(IAMClient, GetAccountAuthorizationDetailsCommand, {}, options).toArray()).toEqual([
      { RoleName: 'a' },
    ]);
  });
});
