import { inspect } from 'node:util';

import type { NormalizedSchema } from '@smithy/core/schema';

import { isRecord } from './is-record.js';
import type { Reviving } from './reviving.js';

/** Converts a value without members: a string, a number, a boolean, a time or bytes. */
export const reviveScalar = (at: Reviving): unknown => {
  const revived = convert(at);
  if (revived === undefined) at.note(`expected ${expected(at)}, got ${inspect(at.value, { depth: 0 })}`, at.path);
  return revived;
};

const convert = (at: Reviving): unknown => {
  const { schema, value } = at;
  if (schema.isTimestampSchema()) return reviveTime(value);
  if (schema.isBlobSchema()) return reviveBytes(at);
  if (schema.isBooleanSchema()) return ofType('boolean', value);
  return isNumber(schema) ? reviveNumber(value) : reviveText(at);
};

const isNumber = (schema: NormalizedSchema): boolean =>
  schema.isNumericSchema() || schema.isBigIntegerSchema() || schema.isBigDecimalSchema();

const ofType = (type: 'boolean' | 'string', value: unknown): unknown => (typeof value === type ? value : undefined);

const reviveNumber = (value: unknown): unknown => {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  // JSON cannot represent these numbers.
  return ['NaN', 'Infinity', '-Infinity'].includes(value as string) ? Number(value) : undefined;
};

const reviveTime = (value: unknown): Date | undefined => {
  const time = value instanceof Date ? value : typeof value === 'number' ? new Date(value * 1000) : dateOf(value);
  return time && !Number.isNaN(time.getTime()) ? time : undefined;
};

const dateOf = (value: unknown): Date | undefined => {
  if (typeof value !== 'string') return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return new Date(Number(value) * 1000);
  // A time without a time zone is UTC, not the machine's local time.
  return new Date(/T\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(value) ? `${value}Z` : value);
};

const reviveBytes = ({ schema, value }: Reviving): Uint8Array | undefined => {
  if (value instanceof Uint8Array) return value;
  if (typeof value !== 'string') return undefined;
  if (schema.isStreaming()) return new Uint8Array(Buffer.from(value));
  const bytes = Buffer.from(value, 'base64');
  return bytes.toString('base64').replace(/=+$/, '') === value.replace(/=+$/, '') ? new Uint8Array(bytes) : undefined;
};

// The CLI prints policies and templates as objects; AWS sends them as text, IAM with percent-encoding.
const reviveText = ({ value, path, serviceId }: Reviving): unknown => {
  if (!isRecord(value) || !/(Document|Policy|TemplateBody)$/.test(path)) return ofType('string', value);
  const text = JSON.stringify(value);
  return serviceId === 'IAM' ? encodeURIComponent(text) : text;
};

const expected = ({ schema }: Reviving): string => {
  if (schema.isTimestampSchema()) return 'a time (an ISO string, epoch seconds or a Date)';
  if (schema.isBlobSchema()) return schema.isStreaming() ? 'text or a Uint8Array' : 'base64 or a Uint8Array';
  if (schema.isBooleanSchema()) return 'true or false';
  return isNumber(schema) ? 'a number' : 'a string';
};
