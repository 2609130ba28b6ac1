import type { NormalizedSchema } from '@smithy/core/schema';

import { membersOf } from './structure.js';

type Path = readonly PropertyKey[];

/** Whether AWS marks the value at a path of a structure as sensitive: the value itself, a part of it, or a parent. The case of names is ignored. */
export const isSensitiveAt = (schema: NormalizedSchema, [step, ...rest]: Path): boolean => {
  if (schema.getMergedTraits().sensitive) return true;
  if (step === undefined) return containsSensitive(schema, new Set());
  const inner = innerOf(schema, step);
  return inner !== undefined && isSensitiveAt(inner, rest);
};

const innerOf = (schema: NormalizedSchema, step: PropertyKey): NormalizedSchema | undefined => {
  if (schema.isListSchema() || schema.isMapSchema()) return schema.getValueSchema();
  return membersOf(schema).get(String(step).toLowerCase())?.schema;
};

/** AWS's structures may be recursive. */
const containsSensitive = (schema: NormalizedSchema, seen: Set<unknown>): boolean => {
  if (schema.getMergedTraits().sensitive) return true;
  if (schema.isListSchema() || schema.isMapSchema()) return containsSensitive(schema.getValueSchema(), seen);
  if (!schema.isStructSchema() || seen.has(schema.getSchema())) return false;
  seen.add(schema.getSchema());
  return [...membersOf(schema).values()].some((member) => containsSensitive(member.schema, seen));
};

/** All values in a structure that AWS marks as sensitive. The case of names is ignored. */
export const sensitiveIn = (schema: NormalizedSchema, value: unknown): readonly unknown[] => {
  if (value === undefined || value === null) return [];
  if (schema.getMergedTraits().sensitive) return [value];
  if (typeof value !== 'object' || ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flatMap(([step, each]) => {
    const inner = innerOf(schema, step);
    return inner ? sensitiveIn(inner, each) : [];
  });
};
