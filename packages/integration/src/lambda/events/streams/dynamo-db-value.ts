import { InvalidInputError } from '@arch/core';
import { readInteger } from '@arch/core/builder';

import { isBase64 } from '../event-bytes.js';

/**
 * A value of a DynamoDB item. Numbers keep all digits: an integer above 2^53 is a `bigint`, and a decimal that a JavaScript number cannot
 * represent is a string. A set is a `Set`, binary data are a `Uint8Array`.
 */
export type DynamoDbValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | Uint8Array
  | readonly DynamoDbValue[]
  | ReadonlySet<string | number | bigint | Uint8Array>
  | { readonly [name: string]: DynamoDbValue };

/** An item of a DynamoDB table, or a part of it. */
export type DynamoDbItem = Readonly<Record<string, DynamoDbValue>>;

/** Converts an item from DynamoDB's form, `{ orderId: { N: '7' } }`, to plain values. */
export const readItem = (place: ValuePlace, item: Readonly<Record<string, unknown>>): DynamoDbItem =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, readValue(inside(place, name), value)]));

/** The position of a value, for error messages. */
export interface ValuePlace {
  readonly operation: string;
  /** Path of the value, e.g. `Records[0].dynamodb.NewImage`. */
  readonly path: string;
}

const inside = ({ operation, path }: ValuePlace, name: string | number): ValuePlace => ({
  operation,
  path: typeof name === 'number' ? `${path}[${name}]` : `${path}.${name}`,
});

const readValue = (place: ValuePlace, value: unknown): DynamoDbValue => {
  const [[type, content] = ['', undefined], ...others] =
    typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const reader = Object.hasOwn(readers, type) && others.length === 0 ? readers[type] : undefined;
  const read = reader?.(content, place);
  if (read === undefined) throw invalid(place);
  return read;
};

/** Creates an error that does not quote the value, because items can contain secrets. */
const invalid = ({ operation, path }: ValuePlace): InvalidInputError =>
  new InvalidInputError(
    `${operation}: ${path} must be a value of DynamoDB: an object with one of the members ${Object.keys(readers).join(', ')}, e.g. { S: 'text' }.`,
    { operation },
  );

/** Reads the content of a value. Returns `undefined` for invalid content. */
type Reader = (content: unknown, place: ValuePlace) => DynamoDbValue | undefined;

const text: Reader = (content) => (typeof content === 'string' ? content : undefined);
const bytes = (content: unknown): Uint8Array | undefined =>
  typeof content === 'string' && isBase64(content) ? new Uint8Array(Buffer.from(content, 'base64')) : undefined;

const number = (content: unknown): number | bigint | string | undefined => {
  if (typeof content !== 'string' || !decimal.test(content)) return undefined;
  if (/^-?\d+$/.test(content)) return readInteger(content);
  const value = Number(content);
  return digitsOf(String(value)) === digitsOf(content) ? value : content;
};

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** The significant digits of a number as text. */
const digitsOf = (written: string): string =>
  written.replace(/e.*$/i, '').replace(/^[+-]/, '').replace('.', '').replace(/^0+/, '').replace(/0+$/, '');

const setOf =
  <Value extends string | number | bigint | Uint8Array>(read: (content: unknown) => Value | undefined): Reader =>
  (content) => {
    const values = Array.isArray(content) ? content.map(read) : [undefined];
    return values.includes(undefined) ? undefined : new Set(values as Value[]);
  };

const readers: Readonly<Record<string, Reader>> = {
  S: text,
  N: number,
  B: bytes,
  BOOL: (content) => (typeof content === 'boolean' ? content : undefined),
  NULL: (content) => (content === true ? null : undefined),
  M: (content, place) =>
    typeof content === 'object' && content !== null && !Array.isArray(content)
      ? readItem(inside(place, 'M'), content as Record<string, unknown>)
      : undefined,
  L: (content, place) =>
    Array.isArray(content)
      ? content.map((item, index) => readValue(inside(inside(place, 'L'), index), item))
      : undefined,
  SS: setOf((content) => (typeof content === 'string' ? content : undefined)),
  NS: setOf(number),
  BS: setOf(bytes),
};
