import { determineTimestampFormat } from '@smithy/core/protocols';
import type { NormalizedSchema } from '@smithy/core/schema';

/** Converts a value of a request to one that `JSON.stringify` writes as the SDK does. Throws {@link UnusualValue} for values that only the SDK writes. */
type ToJson = (value: unknown) => unknown;

/** A value that the SDK has to write, e.g. a document of any form or a member that is filled in while it is written. */
export class UnusualValue extends Error {}

const unusual: ToJson = () => {
  throw new UnusualValue();
};

interface Traits {
  readonly mediaType?: string;
  readonly sparse?: unknown;
}

const epochSeconds = 7;
const rpcSettings = { timestampFormat: { useTrait: true, default: epochSeconds } };

/** Compiles functions that write requests of the JSON protocols, once per schema. The SDK walks the schema again for every value. */
export const jsonWriter = (schema: NormalizedSchema): ((input: object) => string) => {
  const toJson = compile(schema);
  return (input) => JSON.stringify(toJson(input));
};

const known = new WeakMap<object, ToJson>();

/** Returns the function for a schema. A schema may contain itself: its members are compiled when they are written. */
const compile = (schema: NormalizedSchema): ToJson => {
  const own: unknown = schema.getSchema();
  if (!schema.isStructSchema() || typeof own !== 'object' || own === null) return compileNew(schema);
  let toJson = known.get(own);
  if (!toJson) known.set(own, (toJson = compileNew(schema)));
  return toJson;
};

const compileNew = (schema: NormalizedSchema): ToJson => {
  if (schema.isStructSchema()) return structure(schema);
  if (schema.isListSchema()) return list(schema);
  if (schema.isMapSchema()) return map(schema);
  if (schema.isStringSchema()) return traitsOf(schema).mediaType ? unusual : only((value) => typeof value === 'string');
  if (schema.isBooleanSchema()) return only((value) => typeof value === 'boolean');
  if (schema.isNumericSchema() && !schema.isBigDecimalSchema()) return only(Number.isFinite);
  if (schema.isBlobSchema()) return base64;
  if (schema.isTimestampSchema() && determineTimestampFormat(schema, rpcSettings as never) === epochSeconds)
    return seconds;
  return unusual;
};

const traitsOf = (schema: NormalizedSchema): Traits => schema.getMergedTraits() as Traits;

const only =
  (isUsual: (value: unknown) => boolean): ToJson =>
  (value) =>
    isUsual(value) ? value : unusual(value);

const base64: ToJson = (value) =>
  value instanceof Uint8Array
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
    : unusual(value);

const seconds: ToJson = (value) => {
  const time = value instanceof Date ? value.getTime() / 1_000 : Number.NaN;
  return Number.isFinite(time) ? time : unusual(value);
};

const structure = (schema: NormalizedSchema): ToJson => {
  const members = [...schema.structIterator()].map(([name, member]) => {
    let toJson: ToJson | undefined;
    return {
      name,
      isFilledIn: member.isIdempotencyToken(),
      toJson: (value: unknown): unknown => (toJson ??= compile(member))(value),
    };
  });
  const isUnion = schema.isUnionSchema();
  return (value) => {
    if (!isObject(value) || typeof value['__type'] === 'string') return unusual(value);
    const written: Record<string, unknown> = {};
    let isEmpty = true;
    for (const { name, isFilledIn, toJson } of members) {
      const member = value[name];
      if (member === undefined || member === null) {
        if (isFilledIn) return unusual(value);
        continue;
      }
      written[name] = toJson(member);
      isEmpty = false;
    }
    return isUnion && isEmpty ? unusual(value) : written;
  };
};

const list = (schema: NormalizedSchema): ToJson => {
  const isSparse = Boolean(traitsOf(schema).sparse);
  const item = compile(schema.getValueSchema());
  return (value) => {
    if (!Array.isArray(value) || isSparse) return unusual(value);
    const written: unknown[] = [];
    for (const each of value) if (each !== undefined && each !== null) written.push(item(each));
    return written;
  };
};

const map = (schema: NormalizedSchema): ToJson => {
  const isSparse = Boolean(traitsOf(schema).sparse);
  const item = compile(schema.getValueSchema());
  return (value) => {
    if (!isObject(value) || isSparse || Object.hasOwn(value, '__proto__')) return unusual(value);
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
