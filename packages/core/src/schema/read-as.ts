import { runUserFunction } from '../errors/run-user-function.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { UnexpectedResponseError } from '../errors/unexpected-response-error.js';
import { pathText } from './path-text.js';
import type { StandardIssue, StandardSchema } from './schema.js';
import { custom, type ZodMiniType } from './z.js';

/** The schema of an input member that is itself a schema: https://standardschema.dev. */
export const standardSchema = <Value>(): ZodMiniType<StandardSchema<Value>> =>
  custom<StandardSchema<Value>>(
    (value) => typeof (value as StandardSchema<Value> | undefined)?.['~standard']?.validate === 'function',
    'a schema of zod, valibot, arktype or another library that implements Standard Schema',
  );

/** The function and the value, for the error message. */
export interface ReadAs {
  readonly operation: string;
  /** A noun phrase for the value, e.g. `row 3`. */
  readonly what: string;
  /** `input`: the value comes from the caller, and nothing was sent. Default: `output`. */
  readonly side?: 'input' | 'output';
}

/** Reads a value with the user's schema. The error names the place of an invalid value, but not the value: it may be secret. */
export const readAs = async <Value>(schema: StandardSchema<Value>, value: unknown, as: ReadAs): Promise<Value> => {
  const result = await runUserFunction(() => schema['~standard'].validate(value));
  if (!result.issues) return result.value;
  const { operation, what, side = 'output' } = as;
  const found = result.issues.map((issue) => describeIssue(issue, value)).join('; ');
  const message = `${operation}: ${what} does not match the schema: ${found}.`;
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
  return `${name || 'the value'} is ${kindOf(value)} (${text})`;
};

const kindOf = (value: unknown): string => {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a Date';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
};
