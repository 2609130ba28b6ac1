import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';

import { root } from '../root.js';
import { withoutRegions } from './partitions.js';

interface Sdk {
  partition(region: string): object;
  setPartitionInfo(info: object): void;
  useDefaultPartitionInfo(): void;
}

const sdk = join(root, 'packages/core/node_modules/@aws-sdk/core');
const client = createRequire(import.meta.url)(join(sdk, 'dist-cjs/submodules/client/index.js')) as Sdk;
const { partition, setPartitionInfo, useDefaultPartitionInfo } = client;
afterEach(() => useDefaultPartitionInfo());

const file = join(sdk, 'dist-es/submodules/client/util-endpoints/lib/aws/partitions.js');
const source = readFileSync(file, 'utf8');
type Info = { readonly partitions: readonly { readonly regions: object }[] };
const infoOf = (text: string): Info => JSON.parse(text.replace(/^export const partitionsInfo = |;\s*$/g, '')) as Info;

/** Returns the partition of a region without the description of the region. */
const outputsOf = (region: string): object => ({ ...partition(region), description: undefined });

describe('withoutRegions', () => {
  it('leaves the partitions of all regions as they are, and of unknown ones', () => {
    const all = infoOf(source).partitions.flatMap(({ regions }) => Object.keys(regions));
    const regions = [...all, 'eu-new-9', 'cn-new-1', 'us-gov-new-1', 'us-iso-new-1', 'nowhere'];
    expect(all.length).toBeGreaterThan(40);
    const before = regions.map(outputsOf);
    setPartitionInfo(infoOf(withoutRegions(source)));
    expect(regions.map(outputsOf)).toEqual(before);
  });

  it('keeps only regions whose names do not say their partition', () => {
    const kept = infoOf(withoutRegions(source)).partitions.flatMap(({ regions }) => Object.keys(regions));
    expect(kept).toContain('aws-global');
    expect(kept).not.toContain('eu-west-1');
  });

  it('fails if the SDK changes the form of the list', () => {
    expect(() => withoutRegions('export const partitionsInfo = load();')).toThrow('update tools/build/partitions.ts');
  });
});
