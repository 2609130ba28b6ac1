import type { NormalizedSchema } from '@smithy/core/schema';

import { membersOf } from './structure.js';

type Path = readonly PropertyKey[];

/** Whether AWS marks the value at a path of one of its structures as sensitive: itself, a part of it, or what it is a part of. Names are ours or AWS's. */
export const isSensitiveAt = (schema: NormalizedSchema, [step, ...rest]: Path): boolean => {
  if (schema.getMergedTraits().sensitive) return true;
  if (step === undefined) return holdsSensitive(schema, new Set());
  const inner = innerOf(schema, step);
  return inner !== undefined && isSensitiveAt(inner, rest);
};

const innerOf = (schema: NormalizedSchema, step: PropertyKey): NormalizedSchema | undefined => {
  if (schema.isListSchema() || schema.isMapSchema()) return schema.getValueSchema();
  return membersOf(schema).get(String(step).toLowerCase())?.schema;
};

/** AWS's structures may hold themselves. */
const holdsSensitive = (schema: NormalizedSchema, seen: Set<unknown>): boolean => {
  if (schema.getMergedTraits().sensitive) return true;
  if (schema.isListSchema() || schema.isMapSchema()) return holdsSensitive(schema.getValueSchema(), seen);
  if (!schema.isStructSchema() || seen.has(schema.getSchema())) return false;
  seen.add(schema.getSchema());
  return [...membersOf(schema).values()].some((member) => holdsSensitive(member.schema, seen));
};

/** Every value in one of AWS's structures that AWS marks as sensitive. Names are ours or AWS's. */
export const sensitiveIn = (schema: NormalizedSchema, value: unknown): readonly unknown[] => {
  if (value === undefined || value === null) return [];
  if (schema.getMergedTraits().sensitive) return [value];
  if (typeof value !== 'object' || ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flatMap(([step, each]) => {
    const inner = innerOf(schema, step);
    return inner ? sensitiveIn(inner, each) : [];
  });
};
