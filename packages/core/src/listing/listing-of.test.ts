import { setImmediate as turn } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { instancesOf, listInstances } from '../__fixtures__/instances.js';
import type { ArchEvent } from '../events/arch-event.js';
import { type FakeAws, fakeAws, fault } from '../testing/index.js';
import type { Listing } from './listing.js';

const quiet = async (): Promise<void> => {
  for (let turns = 0; turns < 30; turns++) await turn();
};
/** An endless listing with two items per page. */
const endless = (): FakeAws => {
  const aws = fakeAws();
  aws.on('DescribeInstances', ({ NextToken: token = '0' }: { NextToken?: string }) => ({
    ...instancesOf([`i-${token}-a`, `i-${token}-b`]),
    NextToken: String(Number(token) + 1),
  }));
  return aws;
};

describe('reading a listing', () => {
  it('requests one page ahead of its consumer', async () => {
    await using aws = endless();
    const items = listInstances({}, { session: aws.session })[Symbol.asyncIterator]();
    const requests: number[] = [];
    for (let item = 0; item < 5; item++) {
      await items.next();
      await quiet();
      requests.push(aws.requests.length);
    }
    expect(requests).toEqual([2, 2, 3, 3, 4]);
    await items.return?.();
  });

  it.each<[string, (listing: Listing<unknown>) => Promise<unknown>]>([
    [
      'breaks',
      async (listing) => {
        for await (const _ of listing) break;
      },
    ],
    [
      'returns',
      async (listing) => {
        for await (const item of listing) return item;
      },
    ],
    [
      'throws',
      async (listing) => {
        for await (const _ of listing) throw new Error('of the reader');
      },
    ],
    [
      'breaks out of the pages',
      async (listing) => {
        for await (const _ of listing.pages()) break;
      },
    ],
    ['reads one item', (listing) => listing.first()],
  ])('sends no more requests when its consumer %s', async (_how, read) => {
    await using aws = endless();
    await read(listInstances({}, { session: aws.session })).catch(({ message }: Error) =>
      expect(message).toBe('of the reader'),
    );
    const before = aws.requests.length;
    await quiet();
    // The request for the next page may already be in progress.
    expect(before).toBe(1);
    expect(aws.requests.length).toBeLessThanOrEqual(2);
  });

  it('cancels the request for the next page when its consumer stops', async () => {
    await using aws = fakeAws();
    aws.once('DescribeInstances', { ...instancesOf(['i-1']), NextToken: '1' });
    aws.on('DescribeInstances', fault('hang'));
    const events: ArchEvent[] = [];
    const onEvent = (event: ArchEvent): void => void events.push(event);
    for await (const _ of listInstances({}, { session: aws.session, onEvent })) {
      while (aws.requests.length < 2) await turn();
      break;
    }
    await quiet();
    expect(events.filter(({ type }) => type === 'call-end')).toMatchObject([{}, { error: { name: 'AbortError' } }]);
    expect(aws.requests).toHaveLength(2);
  });

  it('does not end the process when the next page fails after its consumer stopped', async () => {
    await using aws = fakeAws({ session: { maxAttempts: 1 } });
    aws.once('DescribeInstances', { ...instancesOf(['i-1']), NextToken: '1' });
    aws.on('DescribeInstances', fault('500'));
    for await (const { instanceId } of listInstances({}, { session: aws.session })) {
      await quiet();
      expect([instanceId, aws.requests.length]).toEqual(['i-1', 2]);
      break;
    }
    await quiet();
  });

  it.each([
    ['immediately', ['1', '1'], 3],
    ['after other tokens', ['1', '2', '1'], 4],
  ])('throws when AWS repeats a token, %s', async (_title, tokens, items) => {
    await using aws = fakeAws();
    for (const [page, token] of tokens.entries())
      aws.once('DescribeInstances', { ...instancesOf([`i-${page}`]), NextToken: token });
    aws.on('DescribeInstances', { ...instancesOf(['i-last']), NextToken: '1' });
    const seen: string[] = [];
    const read = async (): Promise<void> => {
      for await (const { instanceId } of listInstances({}, { session: aws.session })) seen.push(instanceId);
    };
    await expect(read()).rejects.toMatchObject({
      name: 'UnexpectedResponseError',
      operation: 'listInstances',
      message: `listInstances: AWS returned the same page token twice, after ${tokens.length} pages. The listing would never end.`,
    });
    expect(seen).toHaveLength(items - 1);
    expect(aws.requests).toHaveLength(tokens.length);
  });

  it('ends at an empty token', async () => {
    await using aws = fakeAws({ answers: { DescribeInstances: { ...instancesOf(['i-1']), NextToken: '' } } });
    expect(await listInstances({}, { session: aws.session }).toArray()).toHaveLength(1);
  });

  it('rejects invalid input and options when it is read, and sends nothing', async () => {
    await using aws = fakeAws();
    const { session } = aws;
    await expect(listInstances({ state: 5 } as never, { session }).first()).rejects.toThrow(
      'listInstances: state must be a string (got 5).',
    );
    await expect(listInstances({ stat: 'running' } as never, { session }).count()).rejects.toThrow(
      'listInstances: unknown member stat: did you mean state?',
    );
    await expect(listInstances({}, { session, timeoutMs: -1 }).toArray()).rejects.toThrow(
      'listInstances: timeoutMs must be a number of milliseconds',
    );
    await expect(listInstances({}, { session, wait: true } as never).toArray()).rejects.toThrow(
      'listInstances: unknown option wait',
    );
    expect(aws.requests).toEqual([]);
  });
});
