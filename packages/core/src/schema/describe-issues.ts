import type { SchemaIssue } from './schema.js';

/** The part of zod's issues that a sentence is made of. */
export interface ZodIssue {
  readonly code?: string | undefined;
  readonly message: string;
  readonly path: readonly PropertyKey[];
  readonly expected?: unknown;
  readonly values?: readonly unknown[] | undefined;
  readonly keys?: readonly string[] | undefined;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly origin?: string | undefined;
  readonly divisor?: unknown;
  /** What is wrong with the name of a record's member. */
  readonly issues?: readonly ZodIssue[] | undefined;
  /** What is wrong by each branch of a union. */
  readonly errors?: readonly (readonly ZodIssue[])[] | undefined;
}

/** Whether the value at a path is secret. */
export type IsSecret = (path: readonly PropertyKey[]) => boolean;

/** One sentence per issue: the member, the value that was found, and what would be accepted. No secret is quoted. */
export const describeIssues = (
  issues: readonly ZodIssue[],
  value: unknown,
  isSecret: IsSecret,
): readonly SchemaIssue[] =>
  issues
    .flatMap(inBestBranch)
    .map((issue) => ({ path: issue.path, message: describeIssue(issue, value, isSecret(issue.path)) }));

/** Of a union, what is wrong by the branch that is meant: of those whose type fits, the one that finds the least wrong. */
const inBestBranch = (issue: ZodIssue): readonly ZodIssue[] => {
  const [best] = (issue.errors ?? []).filter(fits).sort((one, other) => one.length - other.length);
  if (!best) return [issue];
  return best.flatMap(inBestBranch).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
};

/** Whether a branch takes issue with parts of the value only, not with the value itself. */
const fits = (branch: readonly ZodIssue[]): boolean =>
  branch.every(
    ({ path, code, errors }) =>
      path.length > 0 || (code !== 'invalid_type' && code !== 'invalid_value' && (!errors || errors.some(fits))),
  );

const describeIssue = (issue: ZodIssue, root: unknown, isSecret: boolean): string => {
  const name = pathText(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const members = issue.keys?.map((key) => (name ? `${name}.${key}` : key)) ?? [];
    return members.length === 1
      ? `${members[0]} is not a member that exists`
      : `${members.join(' and ')} are not members that exist`;
  }
  if (issue.code === 'invalid_key') {
    return `${name} has a name that does not fit; accepted is ${(issue.issues ?? []).map(acceptedText).join(', ')}`;
  }
  const value = valueAt(root, issue.path);
  const found = value === undefined ? 'is missing' : `is ${isSecret ? hide(value) : quote(value)}`;
  return `${name || 'the value'} ${found}; accepted is ${acceptedText(issue)}`;
};

const acceptedText = (issue: ZodIssue): string => {
  // zod's functional build has no texts of its own, so any other message is one that a declaration wrote.
  if (issue.message !== 'Invalid input') return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[String(issue.expected)] ?? withArticle(String(issue.expected));
    case 'invalid_value':
      return (issue.values ?? []).map((each) => JSON.stringify(each)).join(' or ');
    case 'too_small':
      return `at least ${bound(issue.minimum, issue.origin)}`;
    case 'too_big':
      return `at most ${bound(issue.maximum, issue.origin)}`;
    case 'invalid_union':
      return [...new Set((issue.errors ?? []).flat().map(acceptedText))].join(' or ');
    case 'not_multiple_of':
      return `a multiple of ${String(issue.divisor)}`;
    default:
      return 'another value';
  }
};

/** What zod calls otherwise. */
const typeNames: Readonly<Record<string, string>> = {
  array: 'a list',
  date: 'a Date',
  int: 'a whole number',
  record: 'an object',
  tuple: 'a list',
};

const bound = (count: unknown, origin = ''): string => {
  const noun = { string: 'character', array: 'item' }[origin];
  return `${String(count)}${noun ? ` ${noun}${count === 1 ? '' : 's'}` : ''}`;
};

const withArticle = (noun: string): string => (/^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`);

/** `volumes[0].sizeGiB` for `['volumes', 0, 'sizeGiB']`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index ? '.' : ''}${String(step)}`)).join('');

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | null | undefined)?.[step], root);

/** A secret as a message shows it: what it is, where that says nothing of its content. */
export const hide = (value: unknown): string => {
  if (
    Array.isArray(value) ||
    ArrayBuffer.isView(value) ||
    (typeof value === 'object' && value !== null && !(value instanceof Date))
  )
    return quote(value);
  return 'a value that is not shown';
};

/** A value as a message shows it. */
export const quote = (value: unknown): string => {
  if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function')
    return String(value).slice(0, 80);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid Date' : value.toISOString();
  if (value instanceof Uint8Array) return `${value.byteLength} bytes`;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(typeof value === 'string' ? withoutKeys(value) : value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…"` : text;
};

/** A URL without its user, password and query, which is where keys and signatures stand. */
const withoutKeys = (text: string): string => text.replace(/^(\w+:\/\/)(?:[^/?#]*@)?([^?]*)(?:\?.*)?$/s, keyless);

const keyless = (url: string, scheme: string, rest: string): string => {
  const user = url.startsWith(scheme + rest) ? '' : '…@';
  return `${scheme}${user}${rest}${url.includes('?') ? '?…' : ''}`;
};
