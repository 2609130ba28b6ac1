import { determineTimestampFormat } from '@smithy/core/protocols';
import type { NormalizedSchema } from '@smithy/core/schema';

/** Reads a value that `JSON.parse` has returned. It may change and return it. */
export type ReadValue = (value: unknown) => unknown;

/** Reads a value as the SDK does. */
export type ReadBySdk = (schema: NormalizedSchema, value: unknown) => unknown;

/** The settings of the SDK's deserializer. */
export interface JsonSettings {
  /** Whether members have other names in documents. */
  readonly jsonName: boolean;
  readonly timestampFormat: { readonly useTrait: boolean; readonly default: number };
  readonly httpBindings?: boolean;
}

interface Traits {
  readonly jsonName?: string;
  readonly mediaType?: string;
}

/** The SDK's number for times in seconds since 1970. */
const epochSeconds = 7;

const same: ReadValue = (value) => value;

/**
 * Compiles functions that read values of schemas, once per schema. The SDK walks the schema again for every value. Unusual values are still read by
 * the SDK.
 */
export class JsonReader {
  readonly #settings: JsonSettings;
  readonly #bySdk: ReadBySdk;
  readonly #known = new WeakMap<object, ReadValue>();

  constructor(settings: JsonSettings, bySdk: ReadBySdk) {
    this.#settings = settings;
    this.#bySdk = bySdk;
  }

  /** Returns the function that reads values of a schema. */
  of(schema: NormalizedSchema): ReadValue {
    const own: unknown = schema.getSchema();
    const isShared = typeof own === 'object' && own !== null && !isText(schema);
    if (!isShared) return this.#compile(schema);
    let read = this.#known.get(own);
    if (!read) {
      // A schema may contain itself: its members are compiled when they are read.
      this.#known.set(own, (read = this.#compile(schema)));
    }
    return read;
  }

  #compile(schema: NormalizedSchema): ReadValue {
    const bySdk: ReadValue = (value) => this.#bySdk(schema, value);
    if (schema.isUnionSchema()) return this.#union(schema, bySdk);
    if (schema.isStructSchema()) return this.#structure(schema, bySdk);
    if (schema.isListSchema()) return listReader(this.of(schema.getValueSchema()), bySdk);
    if (schema.isMapSchema()) return mapReader(this.of(schema.getValueSchema()), bySdk);
    if (schema.isBooleanSchema() || isText(schema)) return traitsOf(schema).mediaType ? bySdk : same;
    if (schema.isTimestampSchema() && determineTimestampFormat(schema, this.#settings as never) === epochSeconds)
      return (value) => (Number.isFinite(value) ? new Date(Math.round((value as number) * 1_000)) : bySdk(value));
    if (isPlainNumber(schema)) return (value) => (typeof value === 'string' ? bySdk(value) : value);
    return bySdk;
  }

  #structure(schema: NormalizedSchema, bySdk: ReadValue): ReadValue {
    const members = new Map(this.#membersOf(schema).map((member) => [member.from, member]));
    return (value) => {
      if (!isObject(value) || typeof value['__type'] === 'string') return bySdk(value);
      // Most documents contain only members of the schema under their own names. Then no copy is necessary.
      let copy: Record<string, unknown> | undefined;
      for (const from in value) {
        const [member, own] = [members.get(from), value[from]];
        if (!member || own === undefined || own === null) copy ??= startOf(value, from);
        else {
          if (member.name !== from) copy ??= startOf(value, from);
          const read = member.read(own);
          if (copy) copy[member.name] = read;
          else if (read !== own) value[from] = read;
        }
      }
      return copy ?? value;
    };
  }

  #union(schema: NormalizedSchema, bySdk: ReadValue): ReadValue {
    const members = new Map(this.#membersOf(schema).map((member) => [member.from, member]));
    return (value) => {
      if (!isObject(value)) return bySdk(value);
      let only: string | undefined;
      for (const name in value) {
        if (only !== undefined) return bySdk(value);
        only = name;
      }
      const member = members.get(only ?? '');
      const own = value[only ?? ''];
      if (!member || own === undefined || own === null) return bySdk(value);
      const read = member.read(own);
      return read === own && member.name === only ? value : { [member.name]: read };
    };
  }

  #membersOf(schema: NormalizedSchema): readonly Member[] {
    return [...schema.structIterator()].map(([name, member]) => {
      const from = (this.#settings.jsonName ? traitsOf(member).jsonName : undefined) ?? name;
      // Compiled later if the schema contains itself.
      let read: ReadValue | undefined;
      return { name, from, read: (value) => (read ??= this.of(member))(value) };
    });
  }
}

/** Returns the members of an object before one of them. */
const startOf = (value: Readonly<Record<string, unknown>>, end: string): Record<string, unknown> => {
  const start: Record<string, unknown> = {};
  for (const name in value) {
    if (name === end) break;
    start[name] = value[name];
  }
  return start;
};

interface Member {
  readonly name: string;
  /** The name in the document. */
  readonly from: string;
  readonly read: ReadValue;
}

const listReader =
  (item: ReadValue, bySdk: ReadValue): ReadValue =>
  (value) => {
    if (!Array.isArray(value)) return bySdk(value);
    if (item !== same) for (let at = 0; at < value.length; at++) value[at] = item(value[at]);
    return value;
  };

const mapReader =
  (item: ReadValue, bySdk: ReadValue): ReadValue =>
  (value) => {
    if (!isObject(value) || Object.hasOwn(value, '__proto__')) return bySdk(value);
    if (item !== same) for (const key in value) value[key] = item(value[key]);
    return value;
  };

const traitsOf = (schema: NormalizedSchema): Traits => schema.getMergedTraits() as Traits;

const isText = (schema: NormalizedSchema): boolean => schema.isStringSchema();

const isPlainNumber = (schema: NormalizedSchema): boolean =>
  schema.isNumericSchema() && !schema.isBigIntegerSchema() && !schema.isBigDecimalSchema();

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
