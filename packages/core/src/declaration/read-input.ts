import type { ZodMiniType } from 'zod/mini';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { isAwsResource } from '../schema/aws-resource.js';
import { describeIssues, joinIssues } from '../schema/describe-issues.js';
import { withoutZodTexts } from '../schema/zod-issue.js';
import type { ValueType } from '../schema/value-type.js';
import { type WithSecrets, isSecretInput } from './secrets-of.js';
import { memberNamesAt } from '../schema/member-names-at.js';
import { optional, record, strictObject, string, unknown } from '../schema/z.js';

/** The member that every input has in addition to its own. */
export interface AwsInput {
  /**
   * Further members of the request under AWS's own names, e.g. `{ DisableApiTermination: true }`. They override the other members. Members
   * that change the form of the response, e.g. `DryRun` or `MaxResults`, are rejected.
   */
  readonly aws?: Readonly<Record<string, unknown>> | undefined;
}

/** The schema of each input member. */
export type InputFields<Input> = {
  readonly [Name in Exclude<keyof Input, 'aws'>]-?: ValueType<Input[Name]>;
};

/** Declares the members of an input; unknown members are errors. */
export const input = <Input extends object>(fields: InputFields<Input>): ZodMiniType<Input> =>
  strictObject({
    ...(fields as unknown as Record<string, ZodMiniType>),
    aws: optional(record(string(), unknown())),
  }) as never;

/** The part of a declaration that is needed to read an input. */
export interface InputReader<Input> extends WithSecrets {
  readonly name: string;
  readonly input: ValueType<Input>;
  readonly key?: string | undefined;
  readonly parentKey?: string | undefined;
}

/**
 * Reads an input: an object, a plain string for the key, or a resource that an earlier call returned, of which only the key and the parent
 * key are used. Throws `InvalidInputError` for anything else.
 */
export const readInput = <Input>(reader: InputReader<Input>, value: unknown): Input => {
  const { name, input: type, key, parentKey } = reader;
  const members = toMembers(value, key, parentKey);
  const result = (type as ZodMiniType<Input>).safeParse(members, withoutZodTexts);
  if (result.success) return result.data;
  // The caller may have meant a plain string as any member, also as a secret one.
  const isSecret = (path: readonly PropertyKey[]): boolean =>
    isSecretInput(reader, typeof value === 'string' ? [] : path);
  const memberNames = (path: readonly PropertyKey[]): readonly string[] => memberNamesAt(type as ZodMiniType, path);
  const issues = describeIssues(result.error.issues, members, { side: 'input', isSecret, memberNames });
  throw new InvalidInputError(`${name}: ${joinIssues(issues)}`, { operation: name });
};

/** Converts an input to an object, before it is checked. */
export const toMembers = (value: unknown, key: string | undefined, parentKey?: string): unknown => {
  if (value === undefined) return {};
  if (key === undefined) return value;
  if (typeof value === 'string') return { [key]: value };
  if (typeof value !== 'object' || value === null || !isAwsResource(value)) return value;
  const named = value as unknown as Record<string, unknown>;
  return { ...(parentKey !== undefined && { [parentKey]: named[parentKey] }), [key]: named[key] };
};
