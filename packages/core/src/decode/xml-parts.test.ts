import { DescribeInstances$, DescribeInstancesResult$, DescribeSecurityGroupsResult$ } from '@aws-sdk/client-ec2';
import { NormalizedSchema } from '@smithy/core/schema';
import { describe, expect, it } from 'vitest';

import { encodeXml } from '../testing/wire/encode-xml.js';
import { readOurs } from './__fixtures__/readers.js';
import { planOf } from './plan.js';
import { xmlParts } from './xml-parts.js';

const instance = (n: number, words: number): object => ({
  InstanceId: `i-${n}`,
  KeyName: 'a & <b> ß 😀 '.repeat(words),
  Tags: [{ Key: 'Name', Value: `web ${n}` }],
});
const encode = (value: Readonly<Record<string, unknown>>): string =>
  encodeXml({ name: 'DescribeInstances', schema: DescribeInstances$, protocol: 'aws.protocols#ec2Query' }, value, 'r');
const reservations = (count: number, words = 4): object[] =>
  Array.from({ length: count }, (_, n) => ({
    ReservationId: `r-${n}`,
    Instances: [instance(n, 1 + ((n * 7) % words))],
  }));

const plan = planOf(NormalizedSchema.of(DescribeInstancesResult$ as never));
const partsOf = (xml: string): ReturnType<typeof xmlParts> => xmlParts(Buffer.from(xml), plan, undefined);
const read = (bytes: Uint8Array | string): { Reservations?: object[]; NextToken?: string } =>
  readOurs(DescribeInstancesResult$, bytes.toString()) as object;

describe('a large document', () => {
  it.each([
    ['many small items', reservations(2_000)],
    ['large items', reservations(400, 900)],
    [
      'one item larger than all others',
      [...reservations(900), ...reservations(1, 1).concat({ ReservationId: 'x'.repeat(99_000) })],
    ],
  ])('of %s has the same content in parts as in one piece', (_kind, Reservations) => {
    const xml = encode({ Reservations, NextToken: 'more' });
    const { frame, parts } = partsOf(xml)!;
    expect(read(Buffer.from(frame))).toEqual({ Reservations: [], NextToken: 'more' });
    const answers = Array.from(parts, (part) => read(Buffer.from(part)));
    expect(answers.length).toBeGreaterThan(5);
    expect(new Set(answers.map(({ NextToken }) => NextToken))).toEqual(new Set(['more']));
    expect(answers.flatMap((answer) => answer.Reservations ?? [])).toEqual(read(xml).Reservations);
  });

  it.each([
    ['is small', encode({ Reservations: reservations(100) })],
    ['has no list', encode({ NextToken: 'x'.repeat(300_000) })],
    [
      'has one item',
      encode({ Reservations: [{ Instances: Array.from({ length: 2_000 }, (_, n) => instance(n, 4)) }] }),
    ],
    ['contains a comment', encode({ Reservations: reservations(2_000) }).replace('<item>', '<!-- <item> --><item>')],
    ['contains a CDATA section', encode({ Reservations: reservations(2_000) }).replace('web 7', '<![CDATA[</item>]]>')],
    ['has a second root element', `${encode({ Reservations: reservations(2_000) })}<r/>`],
    ['lacks its last characters', encode({ Reservations: reservations(2_000) }).slice(0, -3)],
    ['is truncated in its middle', encode({ Reservations: reservations(2_000) }).slice(0, 300_000)],
    ['has a mismatched end tag', encode({ Reservations: reservations(2_000) }).replace('</keyName>', '</imageId>')],
    ['has an additional end tag', `${encode({ Reservations: reservations(2_000) })}</x>`],
    ['has an element without a name', encode({ Reservations: reservations(2_000) }).replace('<item>', '<item><>')],
    ['has an unfinished end tag', encode({ Reservations: reservations(2_000) }).replace(/>$/, '')],
    ['is not XML', 'x'.repeat(300_000)],
  ])('that %s is not split', (_kind, xml) => {
    expect(partsOf(xml)).toBeUndefined();
  });

  it('is never split within an item: a part of a security group is not a security group', () => {
    const rule = '<item><ipProtocol>tcp</ipProtocol><fromPort>80</fromPort></item>';
    const group = (rules: number): string =>
      `<item><groupId>sg-1</groupId><ipPermissions>${rule.repeat(rules)}</ipPermissions></item>`;
    const xml = `<r><securityGroupInfo>${group(9_000)}${group(1)}</securityGroupInfo></r>`;
    const { parts } = xmlParts(
      Buffer.from(xml),
      planOf(NormalizedSchema.of(DescribeSecurityGroupsResult$ as never)),
      undefined,
    )!;
    const groups = Array.from(
      parts,
      (part) =>
        readOurs(DescribeSecurityGroupsResult$, Buffer.from(part).toString()) as {
          SecurityGroups: { IpPermissions: object[] }[];
        },
    );
    expect(
      groups.flatMap(({ SecurityGroups }) => SecurityGroups.map(({ IpPermissions }) => IpPermissions.length)),
    ).toEqual([9_000, 1]);
  });

  it('of a query service is split within its wrapper, and a flat list between its items', () => {
    const text = { kind: 'scalar', scalar: 'string' } as never;
    const list = { kind: 'list', item: () => text, itemName: 'member' } as const;
    const structure = (element: string, flat: boolean): never =>
      ({
        kind: 'structure',
        attributes: false,
        first: undefined,
        members: new Map([[element, { name: element, element, flat, plan: () => list }]]),
      }) as never;
    const items = (name: string): string => `<${name}>${'x'.repeat(90)}</${name}>\n`.repeat(4_000);
    const wrapped = Buffer.from(`<?xml version="1.0"?>\n<R><Result><L a="1">${items('member')}</L></Result><M/></R>`);
    expect(Array.from(xmlParts(wrapped, structure('L', false), 'Result')!.parts).length).toBeGreaterThan(20);
    expect(xmlParts(wrapped, structure('L', false), 'Other')).toBeUndefined();
    expect(xmlParts(wrapped, structure('K', false), 'Result')).toBeUndefined();
    const flat = Buffer.from(`<R><Name>n</Name>${items('Contents')}<Next>t</Next></R>`);
    expect(Array.from(xmlParts(flat, structure('Contents', true), undefined)!.parts).length).toBeGreaterThan(20);
    expect(xmlParts(flat, structure('Contents', false), undefined)).toBeUndefined();
    expect(xmlParts(flat, text, undefined)).toBeUndefined();
  });
});
