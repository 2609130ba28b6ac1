import { bestByPath, bestIssues } from './best-issues.js';
import { nearestNames } from './nearest-names.js';
import { hide, objectText, quote } from './quote.js';
import { pathText } from './path-text.js';
import type { SchemaIssue } from './schema.js';
import { isWritten, type ZodIssue } from './zod-issue.js';

type Path = readonly PropertyKey[];

/** Whether the value at a path is secret. */
export type IsSecret = (path: Path) => boolean;

/** Where a value comes from. */
export interface IssueContext {
  /** `input`: from the caller. `output`: from AWS's response. */
  readonly side: 'input' | 'output';
  readonly isSecret: IsSecret;
  /** The member names of the object at a path. */
  readonly memberNames?: ((path: Path) => readonly string[]) | undefined;
}

/**
 * Writes one sentence per issue: the member, what is wrong with its value, what to pass instead. A text of a declaration completes the
 * sentence: `bucket must be <text> (got "x")`; if the value is an object, `provide <text>`; if the text begins with "requires",
 * `fifo: true requires <…>`. Secret values are never quoted.
 */
export const describeIssues = (
  issues: readonly ZodIssue[],
  value: unknown,
  context: IssueContext,
): readonly SchemaIssue[] =>
  bestIssues(issues).map((issue) => ({
    path: issue.path,
    message: describeIssue(issue, value, context),
  }));

/** The sentences of all issues as one text that ends with a full stop or a question mark. */
export const joinIssues = (issues: readonly SchemaIssue[]): string => {
  const text = issues
    .map(({ message }) => message)
    .reduce((all, next) => `${all}${all.endsWith('?') ? '' : ';'} ${next}`);
  return text.endsWith('?') ? text : `${text}.`;
};

/** `unknown member instanceID: did you mean instanceId?` */
export const describeUnknownMember = (name: string, known: readonly string[], prefix = ''): string => {
  // A member of another branch of a union.
  if (known.includes(name)) return `${prefix}${name} cannot be combined with the other members`;
  const near = nearestNames(name, known).map((each) => `${prefix}${each}`);
  const advice = near.length > 0 ? `did you mean ${alternatives(near)}?` : `the members are ${known.join(', ')}`;
  return `unknown member ${prefix}${name}${known.length > 0 ? `: ${advice}` : ''}`;
};

const describeIssue = (issue: ZodIssue, root: unknown, { side, isSecret, memberNames }: IssueContext): string => {
  const { code, path } = issue;
  const name = pathText(path);
  // zod accepts a list as an object, whose members are then unknown.
  const holder = code === 'unrecognized_keys' ? valueAt(root, path) : undefined;
  if (Array.isArray(holder)) return `${name || 'the input'} must be ${objectText} (got ${quote(holder)})`;
  if (code === 'unrecognized_keys') {
    const known = memberNames?.(path) ?? [];
    return (issue.keys ?? []).map((key) => describeUnknownMember(key, known, name && `${name}.`)).join('; ');
  }
  if (code === 'invalid_key') {
    const requirement = (issue.issues ?? []).map(requirementOf).join(' and ');
    return `the key ${quote(path.at(-1))} of ${pathText(path.slice(0, -1)) || 'the value'} ${requirement}`;
  }
  const value = valueAt(root, path);
  const subject = name || (side === 'input' ? 'the input' : 'the value');
  const isConflict = isWritten(issue) && issue.message.startsWith('requires ');
  if (value === undefined && isConflict) return `${subject} ${issue.message}`;
  const named = (text: string): string =>
    code === 'invalid_union' ? withMembers(text, memberNames?.(path) ?? []) : text;
  if (value === undefined)
    return side === 'output' ? `${subject} is missing` : `${subject} is required${named(hintOf(issue))}`;
  const shown = isSecret(path) ? hide(value) : quote(value);
  if (isConflict) return `${subject}: ${shown} ${issue.message}`;
  if (isWritten(issue) && shown === objectText) return `${name && `${name}: `}provide ${issue.message}`;
  const near = typeof value === 'string' && !isSecret(path) ? nearestNames(value, valuesOf(issue)) : [];
  const advice = near.length > 0 ? `: did you mean ${alternatives(near.map((each) => JSON.stringify(each)))}?` : '';
  return `${subject} ${named(requirementOf(issue))} (got ${shown})${advice}`;
};

/** The object of a union, with its members: `an object { bucket, key }`. */
const withMembers = (text: string, [...names]: readonly string[]): string => {
  const shown = [...names.slice(0, 6), ...(names.length > 6 ? ['…'] : [])].join(', ');
  return shown === '' ? text : text.replace(objectText, `${objectText} { ${shown} }`);
};

/** The strings that an enum accepts, also as a branch of a union. */
const valuesOf = ({ values = [], errors = [] }: ZodIssue): readonly string[] => [
  ...values.filter((each) => typeof each === 'string'),
  ...errors.flat().flatMap(valuesOf),
];

/** The requirement of a missing member, unless it is only a string. */
const hintOf = (issue: ZodIssue): string => {
  const accepted = acceptedBy(issue);
  return accepted === undefined || ['a string', 'a value'].includes(accepted) ? '' : `: ${accepted}`;
};

const requirementOf = (issue: ZodIssue): string => {
  const accepted = acceptedBy(issue);
  if (accepted === undefined) return 'is not valid';
  return `must ${isCount(issue) ? 'have' : 'be'} ${accepted}`;
};

const isCount = (issue: ZodIssue): boolean =>
  !isWritten(issue) && ['too_small', 'too_big'].includes(issue.code ?? '') && nounOf(issue) !== undefined;

const acceptedBy = (issue: ZodIssue): string | undefined => {
  if (isWritten(issue)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[String(issue.expected)] ?? withArticle(String(issue.expected));
    case 'invalid_value':
      return alternatives((issue.values ?? []).map((each) => JSON.stringify(each)));
    case 'too_small':
      return `at least ${bound(issue.minimum, issue)}`;
    case 'too_big':
      return `at most ${bound(issue.maximum, issue)}`;
    case 'invalid_union':
      return alternatives([...new Set(branchesOf(issue))]);
    case 'not_multiple_of':
      return `a multiple of ${String(issue.divisor)}`;
    default:
      return undefined;
  }
};

/** The accepted values of all branches of a union, nested unions included. A size names its type, e.g. `a list of at least 1 item`. */
const branchesOf = (issue: ZodIssue): readonly string[] => {
  if (issue.code === 'invalid_union') return (issue.errors ?? []).flatMap(bestByPath).flatMap(branchesOf);
  if (issue.code === 'invalid_value' && !isWritten(issue))
    return (issue.values ?? []).map((each) => JSON.stringify(each));
  const accepted = acceptedBy(issue) ?? [];
  const noun = isWritten(issue)
    ? undefined
    : { string: 'a string', array: 'a list', number: 'a number' }[issue.origin ?? ''];
  return noun === undefined ? [accepted].flat() : [`${noun} of ${String(accepted)}`];
};

/** `a, b or c` */
const alternatives = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;

/** Types that the sentence names otherwise than zod. */
const typeNames: Readonly<Record<string, string>> = {
  array: 'a list',
  date: 'a Date',
  int: 'a whole number',
  nonoptional: 'a value',
  record: 'an object',
  tuple: 'a list',
};

const nounOf = ({ origin = '' }: ZodIssue): string | undefined => ({ string: 'character', array: 'item' })[origin];

const bound = (count: unknown, issue: ZodIssue): string => {
  const noun = nounOf(issue);
  return `${String(count)}${noun ? ` ${noun}${count === 1 ? '' : 's'}` : ''}`;
};

const withArticle = (noun: string): string => (/^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`);

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | null | undefined)?.[step], root);
