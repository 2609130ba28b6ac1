import { NormalizedSchema } from '@smithy/core/schema';
import type { SchemaRef } from '@smithy/types';

import { object, type ZodMiniType } from './z.js';
import { withAws } from './aws-resource.js';
import { asField, type Field, type FieldSpec, type QuickField, toField } from './field.js';
import { describeIssues, type IsSecret, joinIssues } from './describe-issues.js';
import { withoutZodTexts } from './zod-issue.js';
import type { QuickCheck } from './quick-check.js';
import type { Schema, SchemaResult } from './schema.js';
import { isSecretAt } from './secret.js';
import { isSensitiveAt } from './is-sensitive-at.js';
import { resolvePath, type Structure } from './structure.js';
import { UnexpectedResponseError } from '../errors/unexpected-response-error.js';

/** The schema of each member of a resource; `aws` is added automatically. */
export type ResourceFields<Resource> = {
  readonly [Name in Exclude<keyof Resource, 'aws'>]-?: FieldSpec<Resource[Name]>;
};

interface Step {
  readonly name: string;
  readonly path: readonly string[];
  readonly field: QuickField<unknown>;
}

/**
 * Declares how a resource is read from one of AWS's structures. A member is read from AWS's member of the same name, ignoring case, or from
 * the path in `from(…)`. A name that AWS does not have throws on first use.
 */
export const resource = <Resource extends object>(
  structure: Structure,
  fields: ResourceFields<Resource>,
): Schema<Resource> => {
  const steps = Object.entries(fields).map(([name, spec]): Step => {
    const field = toField(spec as FieldSpec<unknown>);
    return { name, path: resolvePath(structure, field.path ?? name), field };
  });
  const type = object(
    Object.fromEntries(steps.map(({ name, field }) => [name, field.type])),
  ) as unknown as ZodMiniType<Resource>;
  const read = (aws: unknown): unknown => readMembers(steps, aws);
  const quick: QuickCheck = (value) =>
    typeof value === 'object' &&
    value !== null &&
    steps.every(({ name, field }) => field.quick((value as Record<string, unknown>)[name]));
  const safeParse = (aws: unknown): SchemaResult<Resource> => {
    const { value, isGood } = readAndCheck(steps, aws);
    if (isGood) return { success: true, data: withAws(value as object, aws) as Resource };
    const result = type.safeParse(value, withoutZodTexts);
    if (result.success) return { success: true, data: withAws(result.data, aws) as Resource };
    const isSecret: IsSecret = (path) => isSecretAt(type, path) || isSensitiveOutput(structure, steps, path);
    return { success: false, issues: describeIssues(result.error.issues, value, { side: 'output', isSecret }) };
  };
  return schemaOf(safeParse, { type, read, quick });
};

const isSensitiveOutput = (
  structure: Structure,
  steps: readonly Step[],
  [name, ...rest]: readonly PropertyKey[],
): boolean => {
  const path = steps.find((step) => step.name === name)?.path ?? [];
  return isSensitiveAt(NormalizedSchema.of(structure as SchemaRef), [...path, ...rest]);
};

/** Makes a `Schema` from its `safeParse`. */
export const schemaOf = <Value>(
  safeParse: (value: unknown) => SchemaResult<Value>,
  field: Field<Value>,
): Schema<Value> => {
  const schema = {
    safeParse,
    parse: (value: unknown): Value => {
      const result = safeParse(value);
      if (result.success) return result.data;
      throw new UnexpectedResponseError(`Unexpected response from AWS: ${joinIssues(result.issues)}`);
    },
    '~standard': {
      version: 1 as const,
      vendor: 'arch',
      validate: (value: unknown) => {
        const result = safeParse(value);
        return result.success ? { value: result.data } : { issues: result.issues };
      },
    },
    [asField]: field,
  };
  return schema;
};

const readMembers = (steps: readonly Step[], aws: unknown): unknown => {
  if (typeof aws !== 'object' || aws === null) return aws;
  const value: Record<string, unknown> = {};
  for (const step of steps) {
    const member = memberOf(step, aws);
    if (member !== undefined) value[step.name] = member;
  }
  return value;
};

/** Reads and checks all members in one pass. Most responses are valid, so this saves the slower parser. */
const readAndCheck = (steps: readonly Step[], aws: unknown): { readonly value: unknown; readonly isGood: boolean } => {
  if (typeof aws !== 'object' || aws === null) return { value: aws, isGood: false };
  const value: Record<string, unknown> = {};
  let isGood = true;
  for (const step of steps) {
    const member = memberOf(step, aws);
    if (member !== undefined) value[step.name] = member;
    isGood = isGood && step.field.quick(member);
  }
  return { value, isGood };
};

/** Reads and converts one member; `null` counts as absent. */
const memberOf = ({ path, field }: Step, aws: object): unknown => {
  let found: unknown = aws;
  for (const name of path) found = (found as Record<string, unknown> | null | undefined)?.[name];
  return (field.read ? field.read(found) : found) ?? undefined;
};
