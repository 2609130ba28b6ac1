import { EbsInstanceBlockDevice$, Instance$ } from '@aws-sdk/client-ec2';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { AwsResource } from './aws-resource.js';
import { asIs } from './as-is.js';
import { each } from './each.js';
import { noOutput } from './no-output.js';
import { pluck } from './pluck.js';
import { resource } from './resource.js';
import type { Schema } from './schema.js';
import { tags, toTagList } from './tags.js';
import * as z from './z.js';

interface Server extends AwsResource {
  readonly instanceId: string;
}
const server = resource<Server>(Instance$, { instanceId: z.string() });

describe('each and noOutput', () => {
  it("keeps AWS's structure in each item and names the invalid item", () => {
    const servers = each(server);
    const aws = { InstanceId: 'i-1' };
    const [first] = servers.parse([aws]);
    expect(first?.aws).toBe(aws);
    expect(() => servers.parse([aws, {}])).toThrow('items[1]: instanceId is missing');
    expect(servers.safeParse([{}])).toMatchObject({ success: false, issues: [{ path: [0, 'instanceId'] }] });
    expect(() => servers.parse({})).toThrow('the value must be a list');
  });

  it('noOutput accepts every response', () => {
    expect([noOutput().parse(undefined), noOutput().parse({ a: 1 })]).toEqual([undefined, undefined]);
  });
});

describe('tags', () => {
  it('reads back the tags that toTagList writes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (record) => {
        const { read } = tags();
        expect(read?.(toTagList(record))).toEqual(record);
      }),
    );
    expect(tags().read?.([{}, { Key: 'a' }])).toEqual({ '': '', a: '' });
  });

  it('accepts only lists and records of strings', () => {
    const { read, quick } = tags();
    expect([undefined, null].map((value) => read?.(value))).toEqual([{}, {}]);
    expect([read?.('x'), quick?.('x'), quick?.({ a: 5 }), quick?.({ a: 'b' }), quick?.(null)]).toEqual([
      'x',
      false,
      false,
      true,
      false,
    ]);
  });
});

describe('asIs', () => {
  it('returns the value unchanged', () => {
    const bytes = new Uint8Array([1]);
    expect(asIs<Uint8Array>().parse(bytes)).toBe(bytes);
  });
});

describe('pluck', () => {
  const structure = Instance$;
  const groups = (): Schema<{ readonly securityGroups: readonly string[] }> =>
    resource<{ readonly securityGroups: readonly string[] }>(structure, {
      securityGroups: pluck('GroupId', z.string()),
    });

  it('reads one member of each list item', () => {
    const { securityGroups } = groups().parse({
      SecurityGroups: [{ GroupId: 'sg-1', GroupName: 'a' }, { GroupId: 'sg-2' }],
    });
    expect(securityGroups).toEqual(['sg-1', 'sg-2']);
    expect(groups().parse({}).securityGroups).toEqual([]);
  });

  it('names the item without the member', () => {
    const parse = (): unknown => groups().parse({ SecurityGroups: [{ GroupId: 'sg-1' }, {}, null] });
    expect(parse).toThrow('securityGroups[1] is missing');
  });

  it('accepts any schema for the member', () => {
    const dated = resource<{ readonly blockDeviceMappings: readonly object[] }>(structure, {
      blockDeviceMappings: pluck(
        'Ebs',
        resource<{ readonly volumeId: string }>(EbsInstanceBlockDevice$, { volumeId: z.string() }),
      ),
    });
    expect(dated.parse({ BlockDeviceMappings: [{ Ebs: { VolumeId: 'vol-1' } }] }).blockDeviceMappings).toEqual([
      { volumeId: 'vol-1' },
    ]);
  });
});
