import { Instance$, InstanceState$, Reservation$, Tag$ } from '@aws-sdk/client-ec2';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';

import type { AwsResource } from './aws-resource.js';
import { toField } from './field.js';
import { optionalString } from './optional-string.js';
import { from } from './from.js';
import { list } from './list.js';
import { maybe } from './maybe.js';
import { type Open, openEnum } from './open-enum.js';
import { resource } from './resource.js';
import type { Schema, StandardSchema } from './schema.js';
import { tags, type Tags } from './tags.js';
import * as z from './z.js';

interface State {
  readonly code?: number | undefined;
  readonly name: Open<'running' | 'stopped'>;
}

interface Server extends AwsResource {
  readonly instanceId: string;
  readonly state: Open<'running' | 'stopped'>;
  readonly nested?: State | undefined;
  readonly launchTime?: Date | undefined;
  readonly ebsOptimized?: boolean | undefined;
  readonly keyName?: string | undefined;
  readonly tagKeys: readonly { readonly key: string }[];
  readonly tags: Tags;
  readonly imageId?: string | undefined;
  readonly hypervisor?: unknown;
  readonly productCodes?: readonly string[] | undefined;
}

const state = (): Schema<State> =>
  resource<State>(InstanceState$, { code: z.optional(z.number()), name: openEnum(['running', 'stopped']) });

const server: Schema<Server> = resource<Server>(Instance$, {
  instanceId: z.string(),
  state: from('State.Name', openEnum(['running', 'stopped'])),
  nested: from('State', maybe(state())),
  launchTime: z.optional(z.date()),
  ebsOptimized: z.optional(z.boolean()),
  keyName: optionalString(),
  tagKeys: from('Tags', list(resource<{ key: string }>(Tag$, { key: z.string() }))),
  tags: tags(),
  imageId: z.optional(z.string().check(z.minLength(3))),
  hypervisor: z.optional(z.unknown()),
  productCodes: z.optional(z.array(z.string())),
});

const least = { InstanceId: 'i-1', State: { Name: 'running' } };

describe('a resource', () => {
  it("is read from AWS's structure and keeps it as aws", () => {
    const aws = {
      ...least,
      LaunchTime: new Date(5),
      EbsOptimized: false,
      KeyName: 'web',
      Tags: [{ Key: 'a', Value: 'b' }],
      Other: 1,
    };
    const value = server.parse(aws);
    expect(value).toEqual({
      instanceId: 'i-1',
      state: 'running',
      nested: { name: 'running' },
      launchTime: new Date(5),
      ebsOptimized: false,
      keyName: 'web',
      tagKeys: [{ key: 'a' }],
      tags: { a: 'b' },
    });
    expect(value.aws).toBe(aws);
    expect(JSON.stringify(value)).not.toContain('Other');
  });

  it('reads null as absent and an absent list as empty', () => {
    const value = server.parse({ ...least, LaunchTime: null, KeyName: null, Tags: null, EbsOptimized: null });
    expect(value).toEqual({ instanceId: 'i-1', state: 'running', nested: { name: 'running' }, tagKeys: [], tags: {} });
    expect(Object.keys(value)).not.toContain('launchTime');
    expect(server.parse({ ...least, KeyName: '' })).not.toHaveProperty('keyName');
  });

  it('accepts enum values that AWS adds later', () => {
    expect(server.parse({ InstanceId: 'i-1', State: { Name: 'hibernating' } }).state).toBe('hibernating');
    expectTypeOf<Server['state']>().toExtend<string>();
  });

  it.each([
    [{ State: { Name: 'running' } }, 'instanceId is missing'],
    [{ InstanceId: 'i-1', State: null }, 'state is missing'],
    [{ InstanceId: 'i-1' }, 'state is missing'],
    [{ ...least, State: { Name: 'running', Code: 'x' } }, 'nested.code must be a number (got "x")'],
    [{ ...least, LaunchTime: 'yesterday' }, 'launchTime must be a Date (got "yesterday")'],
    [{ ...least, LaunchTime: new Date(Number.NaN) }, 'launchTime must be a Date (got an invalid Date)'],
    [{ ...least, Tags: [{ Value: 'x' }] }, 'tagKeys[0].key is missing'],
    [{ ...least, Tags: 'x' }, 'tagKeys must be a list (got "x")'],
    [5, 'the value must be an object (got 5)'],
    [null, 'the value must be an object (got null)'],
    [undefined, 'the value is missing'],
  ])('names the invalid member: case %#', (aws, message) => {
    expect(() => server.parse(aws)).toThrow(`Unexpected response from AWS: ${message}`);
    expect(server.safeParse(aws)).toMatchObject({
      success: false,
      issues: expect.arrayContaining([expect.objectContaining({ message })]) as object,
    });
  });

  it('is a Standard Schema', () => {
    expectTypeOf(server).toExtend<StandardSchema<Server>>();
    const { version, vendor, validate } = server['~standard'];
    expect([version, vendor]).toEqual([1, 'arch']);
    expect(validate(least)).toMatchObject({ value: { instanceId: 'i-1' } });
    expect(validate({})).toEqual({
      issues: expect.arrayContaining([{ path: ['instanceId'], message: 'instanceId is missing' }]) as object,
    });
    expect(validate(least)).not.toHaveProperty('issues');
  });

  it('throws for a declared member that AWS does not have', () => {
    expect(() => resource<{ stat: string }>(Instance$, { stat: z.string() })).toThrow(
      /^Instance has no member stat: the members are Architecture,/,
    );
    expect(() => resource<{ state: string }>(Instance$, { state: from('State.Nam', z.string()) })).toThrow(
      /^Instance has no member State\.Nam: the members are Code, Name$/,
    );
    expect(() => resource<{ id: string }>(Reservation$, { id: from('ReservationId.Deep', z.string()) })).toThrow(
      /no member ReservationId\.Deep/,
    );
  });

  it('keeps every key of tags, also if another member needs the parser', () => {
    const tagged = { InstanceId: 'i-1', State: { Name: 'running' }, Tags: [{ Key: '__proto__', Value: 'x' }] };
    const { read, type } = toField<Server>(server);
    const parsed = (type as z.ZodMiniType<Server>).parse(read?.(tagged));
    expect(Object.entries(parsed.tags)).toEqual([['__proto__', 'x']]);
  });

  it('accepts the same values in the quick check as in the parser', () => {
    const odd = fc.constantFrom(
      undefined,
      null,
      '',
      'x',
      0,
      Number.NaN,
      true,
      new Date(0),
      new Date(Number.NaN),
      [],
      ['x'],
      {},
      { Key: 'a' },
    );
    // Mostly valid values: the quick check covers all members at once.
    const mostly = (good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
      fc.oneof({ weight: 8, arbitrary: good }, { weight: 1, arbitrary: odd });
    const aws = fc.record(
      {
        InstanceId: mostly(fc.string()),
        State: mostly(fc.record({ Code: mostly(fc.nat()), Name: mostly(fc.string()) })),
        LaunchTime: mostly(fc.date()),
        EbsOptimized: mostly(fc.boolean()),
        KeyName: mostly(fc.string()),
        ImageId: mostly(fc.string({ maxLength: 5 })),
        Hypervisor: mostly(fc.constant(undefined)),
        ProductCodes: mostly(fc.array(fc.string())),
        Tags: fc.oneof(
          fc.array(fc.record({ Key: fc.string(), Value: fc.string() })),
          fc.constantFrom(undefined, null, 'x', {}, { a: 'b' }, { a: 5 }),
        ),
      },
      { requiredKeys: ['InstanceId', 'State'] },
    );
    const { read, quick, type } = toField<Server>(server);
    fc.assert(
      fc.property(aws, (value) => {
        const converted = read?.(value);
        const parsed = (type as z.ZodMiniType<Server>).safeParse(converted);
        if (quick(converted)) expect(parsed).toEqual({ success: true, data: converted });
        expect(server.safeParse(value).success).toBe(parsed.success);
      }),
      { numRuns: 500 },
    );
  });
});
