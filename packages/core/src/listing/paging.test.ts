import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { IAMClient, ListUsersCommand } from '@aws-sdk/client-iam';
import { ListResourceRecordSetsCommand, Route53Client } from '@aws-sdk/client-route-53';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ec2 } from '../__fixtures__/instances.js';
import { input } from '../declaration/read-input.js';
import { asIs } from '../schema/as-is.js';
import { createSession } from '../session/create-session.js';
import { fakeAws } from '../testing/index.js';
import { listOperation } from '../define/list-operation.js';
import { nextOf, pagingOf, tokenText } from './paging.js';

const listItems = listOperation<object, object, typeof ScanCommand>(() => ({
  name: 'listItems',
  service: { ...ec2, id: 'DynamoDB', client: DynamoDBClient, prefix: 'dynamodb' },
  command: ScanCommand,
  permissions: ['dynamodb:Scan'],
  input: input({}),
  item: asIs<object>(),
  request: () => ({ TableName: 'orders' }),
  items: ({ Items }) => Items,
  pages: { token: 'ExclusiveStartKey', next: 'LastEvaluatedKey' },
}));

const listRecords = listOperation<object, object, typeof ListResourceRecordSetsCommand>(() => ({
  name: 'listRecords',
  service: { ...ec2, id: 'Route 53', client: Route53Client, prefix: 'route53' },
  command: ListResourceRecordSetsCommand,
  permissions: ['route53:ListResourceRecordSets'],
  input: input({}),
  item: asIs<object>(),
  request: () => ({ HostedZoneId: 'Z1' }),
  items: ({ ResourceRecordSets }) => ResourceRecordSets,
  pages: {
    token: 'StartRecordName',
    next: 'NextRecordName',
    further: [
      { token: 'StartRecordType', next: 'NextRecordType' },
      { token: 'StartRecordIdentifier', next: 'NextRecordIdentifier' },
    ],
    more: 'IsTruncated',
  },
}));

describe('a token that is a structure', () => {
  it('is sent as it came, and compared by its value: a repeated one is an error', async () => {
    await using aws = fakeAws();
    // The members of an equal key may come in another order.
    aws.once('Scan', { Items: [{ id: { N: '1' } }], LastEvaluatedKey: { id: { N: '1' }, at: { S: 'x' } } });
    aws.on('Scan', { Items: [{ id: { N: '2' } }], LastEvaluatedKey: { at: { S: 'x' }, id: { N: '1' } } });
    const seen: unknown[] = [];
    const read = async (): Promise<void> => {
      for await (const item of listItems({}, { session: aws.session })) seen.push(item);
    };
    await expect(read()).rejects.toMatchObject({ name: 'UnexpectedResponseError', operation: 'listItems' });
    expect(seen).toEqual([{ id: { N: '1' } }, { id: { N: '2' } }]);
    expect(aws.requests.map(({ input: sent }) => sent['ExclusiveStartKey'])).toEqual([
      undefined,
      { id: { N: '1' }, at: { S: 'x' } },
    ]);
  });
});

describe('pages that are named by three tokens', () => {
  it('are requested by those that the response has', async () => {
    await using aws = fakeAws();
    const record = (Name: string): object => ({ Name, Type: 'A' });
    const page = (name: string, next: object): object => ({ ResourceRecordSets: [record(name)], MaxItems: 1, ...next });
    const two = { IsTruncated: true, NextRecordName: 'b', NextRecordType: 'A' };
    aws.once('ListResourceRecordSets', page('a', { ...two, NextRecordIdentifier: 'blue' }));
    aws.once('ListResourceRecordSets', page('b', two));
    aws.once('ListResourceRecordSets', page('c', { IsTruncated: false }));
    expect(await listRecords({}, { session: aws.session }).count()).toBe(3);
    const start = { HostedZoneId: 'Z1', StartRecordName: 'b', StartRecordType: 'A' };
    expect(aws.requests.map(({ input: sent }) => sent)).toEqual([
      { HostedZoneId: 'Z1' },
      { ...start, StartRecordIdentifier: 'blue' },
      start,
    ]);
  });
});

describe('a listing that never ends', () => {
  let count = 0;
  const { signal: never } = new AbortController();
  /** A server that answers at once, each time with another token. */
  const endless = () => {
    const handle = async () => ({
      response: {
        statusCode: 200,
        headers: { 'content-type': 'text/xml' },
        body: Buffer.from(
          `<ListUsersResponse><ListUsersResult><Users/><IsTruncated>true</IsTruncated><Marker>m${++count}</Marker></ListUsersResult></ListUsersResponse>`,
        ),
      },
    });
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    return createSession({
      region: 'us-east-1',
      credentials,
      transport: { handle, destroy: () => undefined } as never,
    });
  };
  const listUsers = listOperation<object, object, typeof ListUsersCommand>(() => ({
    name: 'listUsers',
    service: { ...ec2, id: 'IAM', client: IAMClient, prefix: 'iam' },
    command: ListUsersCommand,
    permissions: ['iam:ListUsers'],
    input: input({}),
    item: asIs<object>(),
    items: ({ Users }) => Users,
    pages: { token: 'Marker', more: 'IsTruncated' },
  }));

  it('ends with its timeout, also where responses come at once', async () => {
    const failure = listUsers({}, { session: endless(), timeoutMs: 60, signal: never }).toArray();
    await expect(failure).rejects.toMatchObject({ name: 'DeadlineError', limit: 'call', limitMs: 60 });
  });

  it('ends with its signal', async () => {
    const reason = new Error('enough');
    const stop = new AbortController();
    setTimeout(() => stop.abort(reason), 40);
    await expect(listUsers({}, { session: endless(), signal: stop.signal }).count()).rejects.toBe(reason);
  });
});

describe('where the next page begins', () => {
  it('is found within a structure', () => {
    const paging = pagingOf({ token: 'Marker', next: 'EngineDefaults.Marker' });
    expect(nextOf('list', paging, { EngineDefaults: { Marker: 'two' } })).toEqual({ Marker: 'two' });
    expect(nextOf('list', paging, { EngineDefaults: null })).toBeUndefined();
    expect(nextOf('list', paging, {})).toBeUndefined();
  });
});

describe('the text of a token', () => {
  it('is equal for equal tokens only', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (one, other) => {
          const reversed = Object.fromEntries(Object.entries(one).toReversed());
          expect(tokenText(one)).toBe(tokenText(reversed));
          const isSame = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
          expect(tokenText(one) === tokenText(other)).toBe(isSame);
        },
      ),
    );
  });

  it('tells bytes apart', () => {
    const key = (...bytes: number[]) => ({ ExclusiveStartKey: { id: { B: new Uint8Array(bytes) } } });
    expect(tokenText(key(1, 2))).toBe(tokenText(key(1, 2)));
    expect(tokenText(key(1, 2))).not.toBe(tokenText(key(2, 1)));
  });
});

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([name, each]) => [name, sorted(each)])
    .toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1));
};
