import { runUserFunction } from '../errors/run-user-function.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { UnexpectedResponseError } from '../errors/unexpected-response-error.js';
import { pathText } from './describe-issues.js';
import type { StandardIssue, StandardSchema } from './schema.js';
import { custom, type ZodMiniType } from './z.js';

/** Checks that an input member is a schema as https://standardschema.dev describes it. */
export const standardSchema = <Value>(): ZodMiniType<StandardSchema<Value>> =>
  custom<StandardSchema<Value>>(
    (value) => typeof (value as StandardSchema<Value> | undefined)?.['~standard']?.validate === 'function',
    'a schema of zod, valibot, arktype or another library that follows Standard Schema',
  );

/** What a value is read for. */
export interface ReadAs {
  readonly operation: string;
  /** What the value is, in words that begin the message, e.g. `row 3`. */
  readonly what: string;
  /** `input`: the caller's own value is wrong, and nothing has been sent. */
  readonly side?: 'input' | 'output';
}

/** Reads a value by a schema of the user's. What does not fit is an error that names the place, and not the value, which may be a secret. */
export const readAs = async <Value>(schema: StandardSchema<Value>, value: unknown, as: ReadAs): Promise<Value> => {
  const result = await runUserFunction(() => schema['~standard'].validate(value));
  if (!result.issues) return result.value;
  const { operation, what, side = 'output' } = as;
  const found = result.issues.map((issue) => describeIssue(issue, value)).join('; ');
  const message = `${operation}: ${what} does not fit the schema: ${found}.`;
  throw side === 'input'
    ? new InvalidInputError(message, { operation })
    : new UnexpectedResponseError(message, { operation });
};

const describeIssue = (issue: StandardIssue, root: unknown): string => {
  const path = (issue.path ?? []).map((step) => (typeof step === 'object' ? step.key : step));
  const value = path.reduce<unknown>(
    (inner, step) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[step],
    root,
  );
  const name = pathText(path);
  const text = issue.message.replace(/\.$/, '');
  return `${name || 'it'} is ${kindOf(value)} (${text})`;
};

/** The kind of a value, without the value. */
const kindOf = (value: unknown): string => {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a Date';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
};
