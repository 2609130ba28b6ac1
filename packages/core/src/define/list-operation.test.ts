import { setImmediate as turn } from 'node:timers/promises';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { instancesOf, listInstances } from '../__fixtures__/instances.js';
import type { ArchEvent } from '../events/arch-event.js';
import { awsError, type FakeAws, fakeAws } from '../testing/index.js';

/** Returns these pages, one after the other. */
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
  it('sends no request before the first item is read', async () => {
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
  ])('returns the items of all pages in order: %s', async (_how, read) => {
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

  it('returns pages as AWS sends them, including empty ones', async () => {
    await using aws = fakeAws();
    pagesOf(aws, [['i-1'], [], ['i-2']]);
    const sizes = await Array.fromAsync(listInstances({}, { session: aws.session }).pages(), (page) => page.length);
    expect(sizes).toEqual([1, 0, 1]);
  });

  it('requests pages of the maximum size, with filters and token', async () => {
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

  it('can be read again with new requests', async () => {
    await using aws = fakeAws();
    pagesOf(aws, [['i-1']]);
    const listing = listInstances({}, { session: aws.session });
    await listing.toArray();
    pagesOf(aws, [['i-2']]);
    expect((await listing.toArray()).map(({ instanceId }) => instanceId)).toEqual(['i-2']);
  });

  it('publishes every page', async () => {
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

  it('throws an error after the items before it', async () => {
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
});
