import type { NormalizedSchema } from '@smithy/core/schema';

import { timeText } from './time-text.js';

/** Converts a value for a JSON body. `awsJson` uses AWS's member names, `restJson1` the model's JSON names. */
export const encodeJson = (schema: NormalizedSchema, value: unknown, jsonNames: boolean): unknown => {
  if (schema.isDocumentSchema()) return value;
  if (schema.isStructSchema()) return Object.fromEntries(jsonMembers(schema, value as Members, jsonNames));
  if (schema.isListSchema()) {
    const item = schema.getValueSchema();
    return (value as readonly unknown[]).map((each) => (each === null ? null : encodeJson(item, each, jsonNames)));
  }
  if (schema.isMapSchema()) {
    const item = schema.getValueSchema();
    return Object.fromEntries(
      Object.entries(value as Members).map(([key, each]) => [key, encodeJson(item, each, jsonNames)]),
    );
  }
  if (schema.isTimestampSchema()) return timeText(schema, value as Date, 'epoch-seconds');
  if (schema.isBlobSchema()) return Buffer.from(value as Uint8Array).toString('base64');
  // JSON has no NaN and no infinity, and a JSON number would round a bigint.
  if (typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value))) return String(value);
  return value;
};

type Members = Readonly<Record<string, unknown>>;

const jsonMembers = (schema: NormalizedSchema, value: Members, jsonNames: boolean): [string, unknown][] =>
  [...schema.structIterator()]
    .filter(([name]) => value[name] !== undefined)
    .map(([name, member]) => [
      (jsonNames && member.getMergedTraits().jsonName) || name,
      encodeJson(member, value[name], jsonNames),
    ]);
