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

describe('an output that is', () => {
  it("a list of resources carries AWS's answer in each, and says which of them is wrong", () => {
    const servers = each(server);
    const aws = { InstanceId: 'i-1' };
    const [first] = servers.parse([aws]);
    expect(first?.aws).toBe(aws);
    expect(() => servers.parse([aws, {}])).toThrow('[1].instanceId is missing; accepted is a string');
    expect(servers.safeParse([{}])).toMatchObject({ success: false, issues: [{ path: [0, 'instanceId'] }] });
    expect(() => servers.parse({})).toThrow('the answer is not a list');
  });

  it('nothing takes every answer', () => {
    expect([noOutput().parse(undefined), noOutput().parse({ a: 1 })]).toEqual([undefined, undefined]);
  });
});

describe('tags', () => {
  it('go to AWS as they came', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (record) => {
        const { read } = tags();
        expect(read?.(toTagList(record))).toEqual(record);
      }),
    );
    expect(tags().read?.([{}, { Key: 'a' }])).toEqual({ '': '', a: '' });
  });

  it('are no tags when they are no list', () => {
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

describe('an output that is made already', () => {
  it('is handed on as it is', () => {
    const bytes = new Uint8Array([1]);
    expect(asIs<Uint8Array>().parse(bytes)).toBe(bytes);
  });
});

describe('a list of wrappers', () => {
  const structure = Instance$;
  const groups = (): Schema<{ readonly securityGroups: readonly string[] }> =>
    resource<{ readonly securityGroups: readonly string[] }>(structure, {
      securityGroups: pluck('GroupId', z.string()),
    });

  it('becomes a list of their one useful member', () => {
    const { securityGroups } = groups().parse({
      SecurityGroups: [{ GroupId: 'sg-1', GroupName: 'a' }, { GroupId: 'sg-2' }],
    });
    expect(securityGroups).toEqual(['sg-1', 'sg-2']);
    expect(groups().parse({}).securityGroups).toEqual([]);
  });

  it('names the one that lacks it', () => {
    const parse = (): unknown => groups().parse({ SecurityGroups: [{ GroupId: 'sg-1' }, {}, null] });
    expect(parse).toThrow('securityGroups[1] is missing; accepted is a string');
  });

  it('reads the member as any other is read', () => {
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
