import {
  DescribeImages$,
  DescribeInstances$,
  DescribeInstanceTypes$,
  DescribeSecurityGroups$,
  DescribeVolumes$,
  GetConsoleOutput$,
  RunInstances$,
} from '@aws-sdk/client-ec2';
import { NormalizedSchema } from '@smithy/core/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { encodeXml } from '../testing/wire/encode-xml.js';
import { readOurs, readSdk } from './__fixtures__/readers.js';

const letters = fc.string({
  unit: fc.constantFrom('a', 'B', '7', 'ß', '&', '<', '>', '"', "'", ' ', '-', '😀', ']'),
  maxLength: 20,
});

/** Generates values of a schema, a few levels deep. */
const valueOf = (schema: NormalizedSchema, depth: number): fc.Arbitrary<unknown> => {
  if (schema.isListSchema()) {
    return depth <= 0 ? fc.constant([]) : fc.array(valueOf(schema.getValueSchema(), depth - 1), { maxLength: 3 });
  }
  if (schema.isStructSchema()) {
    const members = depth <= 0 ? [] : [...schema.structIterator()].slice(0, 30);
    const values = Object.fromEntries(members.map(([name, member]) => [name, valueOf(member, depth - 1)]));
    return fc.record(values, { requiredKeys: [] });
  }
  if (schema.isTimestampSchema())
    return fc.date({ noInvalidDate: true, min: new Date('1970-01-01'), max: new Date('2100-01-01') });
  if (schema.isBooleanSchema()) return fc.boolean();
  if (schema.isNumericSchema()) return fc.integer();
  if (schema.isBlobSchema()) return fc.uint8Array({ maxLength: 9 });
  return letters;
};

/** Inserts text between elements that a reader must skip. */
const noisy = (xml: string, noise: readonly string[]): string => {
  let at = 0;
  return xml.replaceAll(/><(?=[a-zA-Z])/g, () => `>${noise[at++ % noise.length] ?? ''}<`);
};

const operations = [
  DescribeImages$,
  DescribeInstances$,
  DescribeInstanceTypes$,
  DescribeSecurityGroups$,
  DescribeVolumes$,
  GetConsoleOutput$,
  RunInstances$,
] as const;

describe.each(operations.map((schema) => [schema[2], schema] as const))('generated responses of %s', (name, schema) => {
  const output = NormalizedSchema.of(schema[5] as never);
  const encode = (value: unknown): string =>
    encodeXml(
      { name, schema, protocol: 'aws.protocols#ec2Query', xmlNamespace: 'http://ec2' },
      value as Record<string, unknown>,
      'r',
    );

  it('are read like the SDK reads them', () => {
    fc.assert(
      fc.property(valueOf(output, 6), (value) => {
        const xml = encode(value);
        expect(readOurs(schema[5], xml)).toEqual(readSdk(schema[5], xml));
      }),
      { numRuns: 60 },
    );
  });

  it('are read like the SDK reads them with white space, comments, instructions and unknown elements in between', () => {
    const piece = fc.constantFrom(
      '\n  ',
      '',
      '<!-- a > b -->',
      '<?php x ?>',
      '<unknown a="1>2"><unknown/>t</unknown>',
      '\n\t',
    );
    fc.assert(
      fc.property(valueOf(output, 5), fc.array(piece, { minLength: 1, maxLength: 5 }), (value, noise) => {
        const xml = noisy(encode(value), noise);
        expect(readOurs(schema[5], xml)).toEqual(readSdk(schema[5], xml));
      }),
      { numRuns: 60 },
    );
  });
});
