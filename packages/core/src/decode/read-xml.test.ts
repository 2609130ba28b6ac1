import {
  DescribeInstances$,
  DescribeInstancesResult$,
  DescribeKeyPairsResult$,
  GetConsoleOutputResult$,
  Instance$,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';

import { encodeXml } from '../testing/wire/encode-xml.js';
import { readOurs, readSdk } from './__fixtures__/readers.js';
import { XmlSyntaxError } from './xml-syntax-error.js';

const instance = {
  InstanceId: 'i-0123456789abcdef0',
  State: { Code: 16, Name: 'running' },
  LaunchTime: new Date('2026-11-01T10:00:00Z'),
  EbsOptimized: true,
  KeyName: 'a & <b>',
  Tags: [{ Key: 'Name', Value: 'web' }],
};
const answer = encodeXml(
  { name: 'DescribeInstances', schema: DescribeInstances$, protocol: 'aws.protocols#ec2Query' },
  { Reservations: [{ Instances: [instance] }] },
  'request',
);
const element = (inner: string): string => `<r>${inner}</r>`;
const read = (inner: string): unknown => readOurs(Instance$, element(inner));

describe('an invalid document', () => {
  it('is an error wherever it is truncated, never a shorter response', () => {
    for (let length = 0; length < answer.length; length++) {
      expect(() => readOurs(DescribeInstancesResult$, answer.slice(0, length)), answer.slice(0, length)).toThrow(
        XmlSyntaxError,
      );
    }
  });

  it('with a changed character is read like the SDK reads it, or rejected', () => {
    for (let at = 0; at < answer.length; at += 1) {
      for (const character of ['<', '>', '/', '&', 'x', '"']) {
        const mutated = answer.slice(0, at) + character + answer.slice(at + 1);
        let ours: unknown;
        try {
          ours = readOurs(DescribeInstancesResult$, mutated);
        } catch {
          continue;
        }
        expect(ours, mutated.slice(Math.max(0, at - 20), at + 20)).toEqual(readSdk(DescribeInstancesResult$, mutated));
      }
    }
  });

  it.each([
    ['an empty text', ''],
    ['a text that is not XML', 'Bad Gateway'],
    ['a page', '<html><body><h1>502 Bad Gateway</h1><br></body></html>'],
    ['a document type', '<!DOCTYPE r [<!ENTITY a "b">]><r/>'],
    ['mismatched end tags', '<r><keyName>a</imageId></r>'],
    ['content after the end', '<r/><r/>'],
    ['an unknown entity', '<r><keyName>&nbsp;</keyName></r>'],
    ['an entity without an end', '<r><keyName>a & b</keyName></r>'],
    ['an attribute without quotes', '<r><keyName a=1>b</keyName></r>'],
    ['an element without a name', '<r>< /></r>'],
    ['elements instead of text', '<r><keyName><b>1</b></keyName></r>'],
    ['an unfinished comment', '<r><!-- </r>'],
    ['an unfinished CDATA section', '<r><keyName><![CDATA[ </keyName></r>'],
    ['a declaration between elements', '<r><!ELEMENT a></r>'],
    ['a self-closing element without its end', '<r><keyName/ ></r>'],
  ])('is rejected: %s', (_kind, xml) => {
    expect(() => readOurs(Instance$, xml)).toThrow(XmlSyntaxError);
  });

  it('is an error with the position', () => {
    expect(() => readOurs(Instance$, '<r><keyName>a</r>')).toThrow(
      /invalid XML at character 13 in r\/keyName: <\/keyName> is expected/,
    );
  });

  it('is rejected if its elements are too deep', () => {
    expect(() => readOurs(Instance$, '<a>'.repeat(100_000))).toThrow(/nested more than 256 deep/);
  });
});

describe('valid XML', () => {
  it.each([
    ['entities', '<keyName>&lt;&amp;&gt;&quot;&apos;&#65;&#x42;</keyName>', { KeyName: '<&>"\'AB' }],
    ['a character above U+FFFF', '<keyName>&#x1F600;</keyName>', { KeyName: '😀' }],
    ['a CDATA section', '<keyName>a<![CDATA[<b>&amp;]]>c</keyName>', { KeyName: 'a<b>&amp;c' }],
    ['comments and instructions in a text', '<keyName>a<!-- x --><?y z?>b</keyName>', { KeyName: 'ab' }],
    ['attributes', '<keyName a="1>2" b = \'"\'>c</keyName>', { KeyName: 'c' }],
    ['white space in a tag', '<keyName\n >c</keyName\n>', { KeyName: 'c' }],
    ['Windows line ends', '<keyName>a\r\nb\rc</keyName>', { KeyName: 'a\nb\nc' }],
    ['an empty text', '<keyName></keyName><imageId/>', { KeyName: '', ImageId: '' }],
    ['lines of white space instead of text', '<keyName>\n  \n</keyName>', { KeyName: '' }],
    ['white space as text', '<keyName>  </keyName>', { KeyName: '  ' }],
    ['empty lists in both forms', '<tagSet/><productCodes></productCodes>', { Tags: [], ProductCodes: [] }],
    ['empty structures in both forms', '<instanceState/><monitoring></monitoring>', { State: {}, Monitoring: {} }],
    ['unknown elements', '<x><y>1</y></x><keyName>a</keyName><z/>', { KeyName: 'a' }],
    ['a boolean in capitals', '<ebsOptimized>TRUE</ebsOptimized>', { EbsOptimized: true }],
  ])('is read: %s', (_kind, inner, expected) => {
    expect(read(inner)).toEqual(expected);
  });

  it('is read with white space between elements on one line, where the SDK loses elements', () => {
    expect(read('<tagSet>\t<item><key>a</key></item> </tagSet>')).toEqual({ Tags: [{ Key: 'a' }] });
  });

  it('is read with a byte order mark, an instruction and comments around the root element', () => {
    const xml = '\uFEFF<?xml version="1.0"?>\n<!-- a -->\n<r><keyName>a</keyName></r>\n<!-- b -->\n';
    expect(readOurs(Instance$, xml)).toEqual({ KeyName: 'a' });
  });

  it('is read with its members in any order, also after another order', () => {
    const [a, b, c] = ['<keyName>k</keyName>', '<imageId>i</imageId>', '<vpcId>v</vpcId>'];
    for (const order of [[a, b, c], [c, b, a], [b, c, a], [a], [c, a]])
      expect(read(order.join(''))).toEqual(readSdk(Instance$, element(order.join(''))));
  });

  it('is read into values that do not keep the whole text in memory', () => {
    const read = readOurs(
      DescribeKeyPairsResult$,
      '<r><keySet><item><keyName>ünïcödé-name-of-a-key</keyName></item></keySet></r>',
    );
    expect(read).toEqual({ KeyPairs: [{ KeyName: 'ünïcödé-name-of-a-key' }] });
  });
});

describe('times', () => {
  it.each([
    '2026-11-23T10:00:00.000Z',
    '2026-11-23T10:00:00Z',
    '2026-11-23T10:00:00.123456Z',
    '2026-11-23T10:00:00+02:00',
    '2024-02-29T23:59:59.999Z',
    '2026-12-31T23:59:59Z',
  ])('%s is read like the SDK reads it', (time) => {
    const xml = `<r><timestamp>${time}</timestamp></r>`;
    expect(readOurs(GetConsoleOutputResult$, xml)).toEqual(readSdk(GetConsoleOutputResult$, xml));
  });

  it.each(['yesterday', '2026-13-01T00:00:00Z', '2026-11-23T10:00:00.00xZ', '2026-11-23 10:00:00.000Z'])(
    '%s is rejected like the SDK rejects it',
    (time) => {
      const xml = `<r><timestamp>${time}</timestamp></r>`;
      expect(() => readSdk(GetConsoleOutputResult$, xml)).toThrow();
      expect(() => readOurs(GetConsoleOutputResult$, xml)).toThrow();
    },
  );
});
