import { determineTimestampFormat } from '@smithy/core/protocols';
import type { NormalizedSchema } from '@smithy/core/schema';

import { unusual } from './unusual-value.js';

/** Converts a value of a request to one that `JSON.stringify` writes as the SDK does. Throws an `UnusualValue` for values that only the SDK writes. */
type ToJson = (value: unknown) => unknown;

interface Traits {
  readonly jsonName?: string;
  readonly mediaType?: string;
  readonly sparse?: unknown;
}

const epochSeconds = 7;
const settings = { timestampFormat: { useTrait: true, default: epochSeconds } };

/** The names of members in documents: those of the schema, or those of its trait `jsonName`, as in REST. */
interface Names {
  readonly ofTrait: boolean;
  /** The functions that have been compiled, by schema. */
  readonly known: WeakMap<object, ToJson>;
}

const namesOfSchema: Names = { ofTrait: false, known: new WeakMap() };
const namesOfTrait: Names = { ofTrait: true, known: new WeakMap() };

/** Writes a value as the SDK does. */
type WriteJson = (value: unknown) => string;

/** Compiles functions that write requests of the JSON protocols, once per schema. The SDK walks the schema again for every value. */
export const jsonWriter = (schema: NormalizedSchema): WriteJson => writer(schema, namesOfSchema);

/** Compiles functions that write documents of REST requests. */
export const restJsonWriter = (schema: NormalizedSchema): WriteJson => writer(schema, namesOfTrait);

const writer = (schema: NormalizedSchema, names: Names): WriteJson => {
  const toJson = compile(schema, names);
  return (value) => JSON.stringify(toJson(value));
};

/** Returns the function for a schema. A schema may contain itself: its members are compiled when they are written. */
const compile = (schema: NormalizedSchema, names: Names): ToJson => {
  const own: unknown = schema.getSchema();
  if (!schema.isStructSchema() || typeof own !== 'object' || own === null) return compileNew(schema, names);
  let toJson = names.known.get(own);
  if (!toJson) names.known.set(own, (toJson = compileNew(schema, names)));
  return toJson;
};

const compileNew = (schema: NormalizedSchema, names: Names): ToJson => {
  if (schema.isStructSchema()) return structure(schema, names);
  if (schema.isListSchema()) return list(schema, names);
  if (schema.isMapSchema()) return map(schema, names);
  if (schema.isStringSchema()) return traitsOf(schema).mediaType ? unusual : only((value) => typeof value === 'string');
  if (schema.isBooleanSchema()) return only((value) => typeof value === 'boolean');
  if (schema.isNumericSchema() && !schema.isBigDecimalSchema()) return only(Number.isFinite);
  if (schema.isBlobSchema()) return base64;
  if (schema.isTimestampSchema() && determineTimestampFormat(schema, settings as never) === epochSeconds)
    return seconds;
  return unusual;
};

const traitsOf = (schema: NormalizedSchema): Traits => schema.getMergedTraits() as Traits;

const only =
  (isUsual: (value: unknown) => boolean): ToJson =>
  (value) =>
    isUsual(value) ? value : unusual();

const base64: ToJson = (value) =>
  value instanceof Uint8Array
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
    : unusual();

const seconds: ToJson = (value) => {
  const time = value instanceof Date ? value.getTime() / 1_000 : Number.NaN;
  return Number.isFinite(time) ? time : unusual();
};

const structure = (schema: NormalizedSchema, names: Names): ToJson => {
  const members = [...schema.structIterator()].map(([name, member]) => {
    let toJson: ToJson | undefined;
    return {
      name,
      to: (names.ofTrait ? traitsOf(member).jsonName : undefined) ?? name,
      isFilledIn: member.isIdempotencyToken(),
      toJson: (value: unknown): unknown => (toJson ??= compile(member, names))(value),
    };
  });
  const isUnion = schema.isUnionSchema();
  return (value) => {
    if (!isObject(value) || typeof value['__type'] === 'string') return unusual();
    const written: Record<string, unknown> = {};
    let isEmpty = true;
    for (const { name, to, isFilledIn, toJson } of members) {
      const member = value[name];
      if (member === undefined || member === null) {
        if (isFilledIn) return unusual();
        continue;
      }
      written[to] = toJson(member);
      isEmpty = false;
    }
    return isUnion && isEmpty ? unusual() : written;
  };
};

const list = (schema: NormalizedSchema, names: Names): ToJson => {
  const isSparse = Boolean(traitsOf(schema).sparse);
  const item = compile(schema.getValueSchema(), names);
  return (value) => {
    if (!Array.isArray(value) || isSparse) return unusual();
    const written: unknown[] = [];
    for (const each of value) if (each !== undefined && each !== null) written.push(item(each));
    return written;
  };
};

const map = (schema: NormalizedSchema, names: Names): ToJson => {
  const isSparse = Boolean(traitsOf(schema).sparse);
  const item = compile(schema.getValueSchema(), names);
  return (value) => {
    if (!isObject(value) || isSparse || Object.hasOwn(value, '__proto__')) return unusual();
    const written: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const each = value[key];
      if (each !== undefined && each !== null) written[key] = item(each);
    }
    return written;
  };
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
