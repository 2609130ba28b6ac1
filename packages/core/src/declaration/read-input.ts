import type { ZodMiniType } from 'zod/mini';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { isAwsResource } from '../schema/aws-resource.js';
import { describeIssues } from '../schema/describe-issues.js';
import type { ValueType } from '../schema/value-type.js';
import { type Confidential, isSecretInput } from './confidential.js';
import { optional, record, strictObject, string, unknown } from '../schema/z.js';

/** What every input accepts beside its own members. */
export interface AwsInput {
  /** Further members of the request, in AWS's own words; they go before ours. */
  readonly aws?: Readonly<Record<string, unknown>> | undefined;
}

/** What a declaration says of each member of an input. */
export type InputFields<Input> = {
  readonly [Name in Exclude<keyof Input, 'aws'>]-?: ValueType<Input[Name]>;
};

/** Declares what an input may hold; members that are not named are refused. */
export const input = <Input extends object>(fields: InputFields<Input>): ZodMiniType<Input> =>
  strictObject({
    ...(fields as unknown as Record<string, ZodMiniType>),
    aws: optional(record(string(), unknown())),
  }) as never;

/** What is needed to read an input. */
export interface InputReader<Input> extends Confidential {
  readonly name: string;
  readonly input: ValueType<Input>;
  readonly key?: string | undefined;
  readonly parentKey?: string | undefined;
}

/**
 * Reads what a caller passed: an object, a plain string for the key, or a resource that an earlier call returned, of which only the key,
 * and what it is within, counts. Throws `InvalidInputError` for anything else.
 */
export const readInput = <Input>(reader: InputReader<Input>, value: unknown): Input => {
  const { name, input: type, key, parentKey } = reader;
  const members = toMembers(value, key, parentKey);
  const result = (type as ZodMiniType<Input>).safeParse(members);
  if (result.success) return result.data;
  // A plain string may be meant as any member, also as a secret one.
  const isSecret = (path: readonly PropertyKey[]): boolean =>
    isSecretInput(reader, typeof value === 'string' ? [] : path);
  const issues = describeIssues(result.error.issues, members, isSecret);
  throw new InvalidInputError(`${name}: ${issues.map(({ message }) => message).join('; ')}.`, { operation: name });
};

/** What a caller passed, as an object: before it is checked. */
export const toMembers = (value: unknown, key: string | undefined, parentKey?: string): unknown => {
  if (value === undefined) return {};
  if (key === undefined) return value;
  if (typeof value === 'string') return { [key]: value };
  if (typeof value !== 'object' || value === null || !isAwsResource(value)) return value;
  const named = value as unknown as Record<string, unknown>;
  return { ...(parentKey !== undefined && { [parentKey]: named[parentKey] }), [key]: named[key] };
};
