import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { DescribeAvailabilityZonesCommand, AvailabilityZone$ } from '@aws-sdk/client-ec2';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ec2, instancesOf, listInstances } from '../__fixtures__/instances.js';
import type { ArchEvent } from '../events/arch-event.js';
import { input } from '../operation/read-input.js';
import { resource } from '../schema/resource.js';
import { string } from '../schema/z.js';
import { awsError, delayed, type FakeAws, fakeAws, fault } from '../testing/index.js';
import { listOperation } from './list-operation.js';

/** Answers with these pages, one after the other. */
const pagesOf = (aws: FakeAws, pages: readonly (readonly string[])[]): void => {
  aws.on('DescribeInstances', ({ NextToken: token = '0' }: { NextToken?: string }) => {
    const page = Number(token);
    return { ...instancesOf(pages[page] ?? []), ...(page + 1 < pages.length && { NextToken: String(page + 1) }) };
  });
};
const three = [['i-1', 'i-2'], ['i-3'], ['i-4', 'i-5']];
const quiet = async (): Promise<void> => {
  for (let turns = 0; turns < 30; turns++) await turn();
};

describe('a listing', () => {
  it('asks for nothing before an item is wanted', async () => {
    await using aws = fakeAws();
    listInstances({}, { session: aws.session });
    listInstances({}, { session: aws.session })[Symbol.asyncIterator]();
    await quiet();
    expect(aws.requests).toEqual([]);
  });

  it.each([
    ['toArray', (listing: ReturnType<typeof listInstances>) => listing.toArray()],
    ['for await', (listing: ReturnType<typeof listInstances>) => Array.fromAsync(listing)],
    ['pages', async (listing: ReturnType<typeof listInstances>) => (await Array.fromAsync(listing.pages())).flat()],
  ])('gives all items of all pages, in order, by %s', async (_how, read) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(
            fc.nat().map((id) => `i-${id}`),
            { maxLength: 4 },
          ),
          { maxLength: 6 },
        ),
        async (pages) => {
          await using aws = fakeAws();
          pagesOf(aws, pages);
          const listing = listInstances({}, { session: aws.session });
          expect((await read(listing)).map(({ instanceId }) => instanceId)).toEqual(pages.flat());
          expect(aws.requests).toHaveLength(Math.max(1, pages.length));
          expect(await listing.count()).toBe(pages.flat().length);
          expect((await listing.first())?.instanceId).toBe(pages.flat()[0]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('gives pages as AWS sends them, the empty ones too', async () => {
    await using aws = fakeAws();
    pagesOf(aws, [['i-1'], [], ['i-2']]);
    const sizes = await Array.fromAsync(listInstances({}, { session: aws.session }).pages(), (page) => page.length);
    expect(sizes).toEqual([1, 0, 1]);
  });

  it('asks for pages as large as AWS allows, with its filters and the token', async () => {
    await using aws = fakeAws();
    pagesOf(aws, three);
    await listInstances({ state: 'running' }, { session: aws.session }).toArray();
    const filter = { Filters: [{ Name: 'instance-state-name', Values: ['running'] }], MaxResults: 1_000 };
    expect(aws.requests.map(({ input }) => input)).toEqual([
      filter,
      { ...filter, NextToken: '1' },
      { ...filter, NextToken: '2' },
    ]);
  });

  it.each([
    [0, 0, undefined],
    [1, 1, 5],
    [2, 1, 5],
    [3, 2, 5],
    [7, 3, 7],
    [5_000, 3, 1_000],
  ])('of at most %i items takes %i requests', async (limit, requests, size) => {
    await using aws = fakeAws();
    pagesOf(aws, three);
    const items = await listInstances({}, { session: aws.session }).toArray({ limit });
    expect(items.map(({ instanceId }) => instanceId)).toEqual(three.flat().slice(0, limit));
    await quiet();
    expect(aws.requests.map(({ input }) => input['MaxResults'])).toEqual(Array.from({ length: requests }, () => size));
  });

  it('has no first item where there is none', async () => {
    await using aws = fakeAws();
    pagesOf(aws, [[], []]);
    expect(await listInstances({}, { session: aws.session }).first()).toBeUndefined();
  });

  it.each([-1, 1.5, '2', null])('refuses %o as a limit', async (limit) => {
    await using aws = fakeAws();
    const failure = listInstances({}, { session: aws.session }).toArray({ limit: limit as never });
    await expect(failure).rejects.toMatchObject({
      name: 'InvalidInputError',
      message: `listInstances: limit is ${limit}; accepted is a whole number from 0.`,
    });
  });

  it('can be read again, and then asks again', async () => {
    await using aws = fakeAws();
    pagesOf(aws, [['i-1']]);
    const listing = listInstances({}, { session: aws.session });
    await listing.toArray();
    pagesOf(aws, [['i-2']]);
    expect((await listing.toArray()).map(({ instanceId }) => instanceId)).toEqual(['i-2']);
  });

  it('tells every page', async () => {
    await using aws = fakeAws();
    pagesOf(aws, three);
    const events: ArchEvent[] = [];
    await listInstances({}, { session: aws.session, onEvent: (event) => void events.push(event) }).count();
    expect(events.filter(({ type }) => type === 'page')).toMatchObject([
      { operation: 'listInstances', page: 1, items: 2 },
      { page: 2, items: 1 },
      { page: 3, items: 2 },
    ]);
  });

  it('keeps no page that was read', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    await using aws = fakeAws();
    pagesOf(
      aws,
      Array.from({ length: 30 }, (_, page) => [`i-${page}`]),
    );
    const seen: WeakRef<object>[] = [];
    for await (const item of listInstances({}, { session: aws.session })) {
      seen.push(new WeakRef(item));
      if (seen.length < 30) continue;
      await turn();
      collectGarbage();
      expect(seen.slice(0, 20).filter((each) => each.deref())).toEqual([]);
    }
    expect(seen).toHaveLength(30);
  });

  it('of what AWS answers at once takes one request, however much it is', async () => {
    const zones = listOperation(() => ({
      name: 'listZones',
      service: ec2,
      command: DescribeAvailabilityZonesCommand,
      permissions: ['ec2:DescribeAvailabilityZones'],
      input: input<object>({}),
      item: resource<{ zoneName: string }>(AvailabilityZone$, { zoneName: string() }),
      items: ({ AvailabilityZones }) => AvailabilityZones,
    }));
    await using aws = fakeAws();
    aws.on('DescribeAvailabilityZones', {
      AvailabilityZones: Array.from({ length: 130_000 }, () => ({ ZoneName: 'a' })),
    });
    expect(await zones({}, { session: aws.session }).toArray()).toHaveLength(130_000);
    aws.on('DescribeAvailabilityZones', {});
    expect(await zones(undefined, { session: aws.session }).toArray()).toEqual([]);
    expect(aws.requests.map(({ input }) => input)).toEqual([{}, {}]);
  });

  it('passes on what goes wrong, after what came before', async () => {
    await using aws = fakeAws();
    aws.once('DescribeInstances', { ...instancesOf(['i-1']), NextToken: '1' });
    aws.on(
      'DescribeInstances',
      awsError('UnauthorizedOperation', 'You are not authorized to perform this operation.', { status: 403 }),
    );
    const seen: string[] = [];
    const read = async (): Promise<void> => {
      for await (const { instanceId } of listInstances({}, { session: aws.session })) seen.push(instanceId);
    };
    await expect(read()).rejects.toMatchObject({
      name: 'AccessDeniedError',
      operation: 'listInstances',
      action: 'ec2:DescribeInstances',
    });
    expect(seen).toEqual(['i-1']);
  });

  it('has one limit for all of it where the caller sets one', async () => {
    await using aws = fakeAws();
    aws.once('DescribeInstances', delayed({ ...instancesOf(['i-1']), NextToken: '1' }, 8_000));
    aws.on('DescribeInstances', fault('hang'));
    const failure = listInstances({}, { session: aws.session, timeoutMs: 10_000 }).toArray();
    await expect(failure).rejects.toMatchObject({
      name: 'DeadlineError',
      limit: 'call',
      limitMs: 10_000,
      message: expect.stringContaining('within 10000 ms') as string,
    });
    expect(aws.clock.elapsedMs).toBe(10_000);
  });
});
