import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { AvailabilityZone$, DescribeAvailabilityZonesCommand } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';

import { ec2, instancesOf, listInstances } from '../__fixtures__/instances.js';
import { input } from '../declaration/read-input.js';
import { resource } from '../schema/resource.js';
import { string } from '../schema/z.js';
import { delayed, type FakeAws, fakeAws, fault } from '../testing/index.js';
import { listOperation } from './list-operation.js';

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
  it.each([
    [0, 0, undefined],
    [1, 1, 5],
    [2, 1, 5],
    [3, 2, 5],
    [7, 3, 7],
    [5_000, 3, 1_000],
  ])('with a limit of %i items sends %i requests', async (limit, requests, size) => {
    await using aws = fakeAws();
    pagesOf(aws, three);
    const begun: string[] = [];
    const onEvent = ({ type }: { type: string }): void => void (type === 'call-start' && begun.push(type));
    const items = await listInstances({}, { session: aws.session, onEvent }).toArray({ limit });
    expect(items.map(({ instanceId }) => instanceId)).toEqual(three.flat().slice(0, limit));
    await quiet();
    expect(aws.requests.map(({ input }) => input['MaxResults'])).toEqual(Array.from({ length: requests }, () => size));
    expect(begun).toHaveLength(requests);
  });

  it('returns undefined as the first item of an empty list', async () => {
    await using aws = fakeAws();
    pagesOf(aws, [[], []]);
    expect(await listInstances({}, { session: aws.session }).first()).toBeUndefined();
  });

  it.each([-1, 1.5, '2', null])('rejects the limit %o', async (limit) => {
    await using aws = fakeAws();
    const failure = listInstances({}, { session: aws.session }).toArray({ limit: limit as never });
    await expect(failure).rejects.toMatchObject({
      name: 'InvalidInputError',
      message: `listInstances: limit must be a whole number of at least 0 (got ${limit}).`,
    });
  });

  it('releases the pages that were read', async () => {
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

  it('without paging sends one request for any number of items', async () => {
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

  it('has one deadline for all pages if the caller sets it', async () => {
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
