import { NormalizedSchema } from '@smithy/core/schema';
import type { SchemaRef } from '@smithy/types';

import { JsonReader, type JsonSettings } from './json-reader.js';

/** The members of the SDK's deserializers that are used here, which are missing in their types. */
interface Deserializer {
  readonly settings: JsonSettings;
  read(schema: SchemaRef, data: unknown): unknown;
  readObject(schema: NormalizedSchema, data: unknown): unknown;
}

interface Protocol {
  readonly deserializer?: Partial<Deserializer> & { readonly codecDeserializer?: Partial<Deserializer> };
}

/** Makes a client read JSON responses with compiled readers. The SDK still reads errors, and documents that contain values of any type. */
export const installJsonReader = ({
  config: { protocol },
}: {
  readonly config: { readonly protocol: Protocol };
}): void => {
  // The deserializer of a REST protocol reads headers, and contains the one for bodies.
  const deserializer = protocol.deserializer?.codecDeserializer ?? protocol.deserializer;
  if (typeof deserializer?.read !== 'function' || typeof deserializer.readObject !== 'function') return;
  if (!deserializer.settings) return;
  const { settings } = deserializer;
  const readSlowly = deserializer.read.bind(deserializer);
  const reader = new JsonReader(settings, deserializer.readObject.bind(deserializer));
  deserializer.read = (ref, data) => {
    if (!(data instanceof Uint8Array) || data.byteLength === 0) return readSlowly(ref, data);
    const schema = NormalizedSchema.of(ref);
    const numbers = schema.isStructSchema() ? numbersOf(schema) : 'any';
    if (numbers === 'any') return readSlowly(ref, data);
    const text = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString();
    if (numbers === 'exact' && mayBeRounded.test(text)) return readSlowly(ref, data);
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch {
      // The SDK makes the error.
      return readSlowly(ref, data);
    }
    return reader.of(schema)(parsed);
  };
};

/** A number with more digits than a JavaScript number always has, or with an exponent. A string may look like one. */
const mayBeRounded = /[:,[\s]-?(?:\d[\d.]{15}|\d[\d.]*[eE])/;

/** The numbers in a schema. `plain`: JavaScript numbers. `exact`: also those that a JavaScript number would round. `any`: values of any type. */
type Numbers = 'plain' | 'exact' | 'any';

const known = new WeakMap<object, Numbers>();

const numbersOf = (schema: NormalizedSchema): Numbers => {
  const own = schema.getSchema() as object;
  let numbers = known.get(own);
  if (!numbers) known.set(own, (numbers = findNumbers(schema, new Set())));
  return numbers;
};

const findNumbers = (schema: NormalizedSchema, seen: Set<unknown>): Numbers => {
  if (schema.isDocumentSchema()) return 'any';
  if (schema.isBigIntegerSchema() || schema.isBigDecimalSchema()) return 'exact';
  const own: unknown = schema.getSchema();
  if (seen.has(own)) return 'plain';
  if (typeof own === 'object') seen.add(own);
  const inner = schema.isStructSchema()
    ? [...schema.structIterator()].map(([, member]) => member)
    : schema.isListSchema() || schema.isMapSchema()
      ? [schema.getValueSchema()]
      : [];
  const found = inner.map((each) => findNumbers(each, seen));
  return found.includes('any') ? 'any' : found.includes('exact') ? 'exact' : 'plain';
};
