import { AvailabilityZone$, DescribeAvailabilityZonesCommand } from '@aws-sdk/client-ec2';
import { expect, it } from 'vitest';

import { ec2 } from '../__fixtures__/instances.js';
import type { ArchEvent } from '../events/arch-event.js';
import { input } from '../declaration/read-input.js';
import { resource } from '../schema/resource.js';
import { string } from '../schema/z.js';
import { fakeAws } from '../testing/index.js';
import { listOperation } from './list-operation.js';

interface Zone {
  readonly zoneName: string;
}

interface Answer {
  readonly AvailabilityZones?: object[] | undefined;
}

const listingOf = (items: (answer: Answer) => object[] | undefined, decode?: (answer: object) => never) =>
  listOperation<object, Zone, typeof DescribeAvailabilityZonesCommand>(() => ({
    name: 'listZones',
    service: ec2,
    command: DescribeAvailabilityZonesCommand,
    permissions: ['ec2:DescribeAvailabilityZones'],
    input: input({}),
    item: resource<Zone>(AvailabilityZone$, { zoneName: string() }),
    items,
    ...(decode && { decode }),
  }));
const listZones = listingOf(({ AvailabilityZones }) => AvailabilityZones);

const zones = Array.from({ length: 9_000 }, (_, n) => ({ ZoneName: `zone-${n}`, RegionName: 'eu-west-1' }));
const names = zones.map(({ ZoneName }) => ZoneName);

it('returns the items of a large page by every method', async () => {
  await using aws = fakeAws({ answers: { DescribeAvailabilityZones: { AvailabilityZones: zones } } });
  const listing = listZones({}, { session: aws.session });
  expect((await listing.toArray()).map(({ zoneName }) => zoneName)).toEqual(names);
  expect(await listing.count()).toBe(names.length);
  expect((await listing.first())?.zoneName).toBe('zone-0');
  expect(await listing.toArray({ limit: 1_234 })).toHaveLength(1_234);
  const pages: number[] = [];
  for await (const page of listing.pages()) pages.push(page.length);
  expect(pages).toEqual([names.length]);
  const read: string[] = [];
  for await (const { zoneName } of listing) read.push(zoneName);
  expect(read).toEqual(names);
  const { aws: wire } = (await listing.first()) as Zone & { readonly aws: object };
  expect(wire).toEqual(zones[0]);
});

it('decodes each item of a page once, whatever its size', async () => {
  const decode = ({ AvailabilityZones = [] }: { AvailabilityZones?: { ZoneName: string }[] }): object => ({
    AvailabilityZones: AvailabilityZones.map((zone) => ({ ...zone, ZoneName: `${zone.ZoneName}!` })),
  });
  for (const some of [zones, zones.slice(0, 2)]) {
    await using aws = fakeAws({ answers: { DescribeAvailabilityZones: { AvailabilityZones: some } } });
    const list = listingOf(({ AvailabilityZones }) => AvailabilityZones, decode as never);
    const found = (await list({}, { session: aws.session }).toArray()).map(({ zoneName }) => zoneName);
    expect(found).toEqual(some.map(({ ZoneName }) => `${ZoneName}!`));
  }
});

it('publishes the number of items that were read from a page', async () => {
  await using aws = fakeAws({ answers: { DescribeAvailabilityZones: { AvailabilityZones: zones } } });
  const events: ArchEvent[] = [];
  const onEvent = (event: ArchEvent): void => void (event.type === 'page' && events.push(event));
  await listZones({}, { session: aws.session, onEvent }).toArray();
  await listZones({}, { session: aws.session, onEvent }).first();
  const [all, some] = events as [ArchEvent & { items: number }, ArchEvent & { items: number }];
  expect(all.items).toBe(names.length);
  expect(some.items).toBeGreaterThan(0);
  expect(some.items).toBeLessThan(names.length / 10);
});

it('returns the items before an invalid item of a large page, then names it', async () => {
  const broken = zones.map((zone, n) => (n === 5_000 ? { RegionName: 'eu-west-1' } : zone));
  await using aws = fakeAws({ answers: { DescribeAvailabilityZones: { AvailabilityZones: broken } } });
  let read = 0;
  const readAll = async (): Promise<void> => {
    for await (const _zone of listZones({}, { session: aws.session })) read++;
  };
  await expect(readAll()).rejects.toMatchObject({
    name: 'UnexpectedResponseError',
    message: expect.stringContaining('zoneName is missing'),
  });
  expect(read).toBeLessThanOrEqual(5_000);
  expect(read).toBeGreaterThan(4_500);
});

it('decodes a page at once if its items come from more than the longest list', async () => {
  await using aws = fakeAws({ answers: { DescribeAvailabilityZones: { AvailabilityZones: zones } } });
  const withAll = listingOf(({ AvailabilityZones = [] }) => [{ ZoneName: 'all' }, ...AvailabilityZones]);
  expect((await withAll({}, { session: aws.session }).toArray()).map(({ zoneName }) => zoneName)).toEqual([
    'all',
    ...names,
  ]);
});
