import { NormalizedSchema } from '@arch/core/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { installJsonReader } from '../../core/src/decode/install-json-reader.js';
import { type ClientPackage, newClient, operationsIn } from './client-package.js';
import { isFull, seed } from './random.js';

interface Reader {
  read(schema: unknown, bytes: Uint8Array): unknown;
}

interface Client {
  readonly config: {
    readonly protocol: {
      getShapeId(): string;
      readonly deserializer: Reader & { readonly codecDeserializer?: Reader };
    };
  };
}

const runs = isFull ? 50 : 2;

/** Generates a document for a schema: valid values, and values that no schema expects. */
const documentOf = (schema: NormalizedSchema, depth: number): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 9, arbitrary: validOf(schema, depth) }, { weight: 1, arbitrary: unusual });

const unusual = fc.constantFrom<unknown>(
  null,
  'text',
  '1',
  'NaN',
  7,
  true,
  [],
  [null],
  {},
  { __type: 'a#B', Other: 1 },
);

const validOf = (schema: NormalizedSchema, depth: number): fc.Arbitrary<unknown> => {
  if (schema.isListSchema())
    return depth <= 0 ? fc.constant([]) : fc.array(documentOf(schema.getValueSchema(), depth - 1), { maxLength: 3 });
  if (schema.isMapSchema())
    return depth <= 0
      ? fc.constant({})
      : fc.dictionary(fc.constantFrom('a', 'é', '1', 'toString'), documentOf(schema.getValueSchema(), depth - 1));
  if (schema.isStructSchema()) return structureOf(schema, depth);
  if (schema.isTimestampSchema()) return fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
  if (schema.isBooleanSchema()) return fc.boolean();
  if (schema.isNumericSchema()) return fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.double({ noNaN: true }));
  if (schema.isBlobSchema()) return fc.constantFrom('', 'AAEC', '/+8=');
  return fc.constantFrom('', 'a', '[1]', '{"a":1}', 'é😀', '2026-11-30T00:00:00Z');
};

const structureOf = (schema: NormalizedSchema, depth: number): fc.Arbitrary<unknown> => {
  const members = depth <= 0 ? [] : [...schema.structIterator()];
  const values = members.map(([name, member]) => {
    const { jsonName = name } = member.getMergedTraits() as { readonly jsonName?: string };
    return [jsonName, documentOf(member, depth - 1)] as const;
  });
  if (schema.isUnionSchema() && values.length > 0)
    return fc.oneof(...values.map(([name, value]) => fc.record({ [name]: value })), fc.constant({ Unknown: 1 }));
  return fc.record({ ...Object.fromEntries(values), unknownMember: fc.constant({ a: 1 }) }, { requiredKeys: [] });
};

/** Numbers that a JavaScript number would round, which only a text can contain. */
const withLargeNumbers = (text: string): string =>
  text.replace(/:(-?\d{6,})(?=[,}])/g, ':$1$1$1').replace(/:7(?=[,}])/g, ':1e3');

const outcomeOf = async (reader: Reader, schema: unknown, text: string): Promise<unknown> => {
  try {
    return { value: comparable(await reader.read(schema, Buffer.from(text))) };
  } catch (error) {
    return { error: String(error) };
  }
};

/** The SDK's strings that contain JSON have functions of their own, so two of them are never equal. */
const comparable = (value: unknown): unknown => {
  if (Object.prototype.toString.call(value) === '[object String]' && typeof value === 'object')
    return { json: String(value) };
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null || ![Object.prototype, null].includes(Object.getPrototypeOf(value)))
    return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, comparable(each)]));
};

/** Tests that our reader of JSON reads documents of all operations of SDK clients as the SDK does: valid, unusual and truncated ones. */
export const describeJsonResponses = (packages: Readonly<Record<string, ClientPackage>>): void => {
  for (const [name, all] of Object.entries(packages)) {
    const [sdk, ours] = [readerOf(all), readerOf(all, true)];
    if (!sdk || !ours) continue;
    const operations = operationsIn(all);
    describe(`JSON responses of ${name}`, () => {
      it.each(operations.map((schema) => [schema[2], schema[5]] as const))(
        `are read as the SDK does: %s (again: ARCH_SEED=${seed})`,
        async (_operation, output) => {
          const documents = fc.tuple(documentOf(NormalizedSchema.of(output as never), 5), fc.nat(), fc.boolean());
          await fc.assert(
            fc.asyncProperty(documents, async ([document, cut, isLarge]) => {
              const plain = JSON.stringify(document) ?? 'null';
              const whole = isLarge ? withLargeNumbers(plain) : plain;
              const text = cut % 10 === 0 ? whole.slice(0, cut % (whole.length + 1)) : whole;
              expect(await outcomeOf(ours, output, text)).toEqual(await outcomeOf(sdk, output, text));
            }),
            { numRuns: runs, seed: Number(seed) || 1 },
          );
        },
      );
    });
  }
};

/** Returns the reader of a client. `undefined` if its protocol is not JSON. */
const readerOf = (all: ClientPackage, isOurs = false): Reader | undefined => {
  const client = newClient(all) as Client;
  const { protocol } = client.config;
  if (!/[jJ]son/.test(protocol.getShapeId())) return undefined;
  if (isOurs) installJsonReader(client as never);
  return protocol.deserializer.codecDeserializer ?? protocol.deserializer;
};
