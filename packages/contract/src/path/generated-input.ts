import type { NormalizedSchema } from '@arch/core/sdk';
import fc from 'fast-check';

/** Members that the endpoint rules or a plugin of a service read: with any other text, the request would not be sent. */
const special: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  Bucket: fc.constantFrom(
    'reports',
    'reports.2026.example',
    'Reports_Old',
    'arn:aws:s3:eu-west-1:123456789012:accesspoint/finance',
    'arn:aws:s3:us-west-2:123456789012:accesspoint/finance',
  ),
  ChecksumAlgorithm: fc.constantFrom('CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256', 'MD5'),
  QueueUrl: fc.constantFrom(
    'https://sqs.eu-west-1.amazonaws.com/123456789012/orders',
    'https://example.com/orders',
    '',
  ),
  CopySource: fc.constantFrom('reports/a b.csv', 'reports/é?versionId=1'),
  Expires: fc.constant(new Date(1_800_000_000_000)),
};

const texts = fc.constantFrom(
  'a',
  'orders-1',
  'two words',
  'a/b//c',
  'é😀',
  '100% & more?=#+',
  '  ',
  "'()*!~",
  '<a>&"',
  '',
);

/** Generates the input of an operation, in AWS's words: each member absent, small, large or unusual. */
export const inputOf = (schema: NormalizedSchema, depth = 4): fc.Arbitrary<object> => {
  const members = [...schema.structIterator()];
  const values = Object.fromEntries(members.map(([name, member]) => [name, special[name] ?? valueOf(member, depth)]));
  // Without the parts of its path, a request cannot be sent.
  const requiredKeys = members.flatMap(([name, member]) => (member.getMergedTraits().httpLabel ? [name] : []));
  return fc.record(values, { requiredKeys });
};

const valueOf = (schema: NormalizedSchema, depth: number): fc.Arbitrary<unknown> => {
  if (schema.isListSchema())
    return depth <= 0 ? fc.constant([]) : fc.array(valueOf(schema.getValueSchema(), depth - 1), { maxLength: 3 });
  if (schema.isMapSchema())
    return depth <= 0
      ? fc.constant({})
      : fc.dictionary(fc.constantFrom('a', 'é', 'Content-Type', '1'), valueOf(schema.getValueSchema(), depth - 1));
  if (schema.isStructSchema()) return structureOf(schema, depth);
  return simpleOf(schema);
};

const structureOf = (schema: NormalizedSchema, depth: number): fc.Arbitrary<unknown> => {
  const members = depth <= 0 ? [] : [...schema.structIterator()];
  const values = members.map(([name, member]) => [name, valueOf(member, depth - 1)] as const);
  if (schema.isUnionSchema() && values.length > 0)
    return fc.oneof(...values.map(([name, value]) => fc.record({ [name]: value })));
  return fc.record(Object.fromEntries(values), { requiredKeys: [] });
};

const simpleOf = (schema: NormalizedSchema): fc.Arbitrary<unknown> => {
  if (schema.isTimestampSchema())
    return fc.constantFrom(new Date(0), new Date(1_764_547_200_123), new Date('1969-12-31T23:59:59Z'));
  if (schema.isBooleanSchema()) return fc.boolean();
  if (schema.isNumericSchema()) return fc.constantFrom(0, 1, -1, 65_536, 2 ** 40, 1.5);
  if (schema.isBlobSchema())
    return fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.constantFrom('', 'text', 'é', new Uint8Array(3_000).fill(65)));
  if (schema.isDocumentSchema()) return fc.constantFrom<unknown>({ a: [1, 'é', null, { b: true }] }, 'text', 1);
  return texts;
};
