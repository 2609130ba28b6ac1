import { nearestNames } from './nearest-names.js';
import { hide, objectText, quote } from './quote.js';
import type { SchemaIssue } from './schema.js';

/** The part of a zod issue that the sentence needs. */
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
  /** The problems of a record's key. */
  readonly issues?: readonly ZodIssue[] | undefined;
  /** The problems by branch of a union. */
  readonly errors?: readonly (readonly ZodIssue[])[] | undefined;
}

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
  bestByPath(issues.flatMap(inBestBranch)).map((issue) => ({
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
  const near = nearestNames(name, known).map((each) => `${prefix}${each}`);
  const advice = near.length > 0 ? `did you mean ${alternatives(near)}?` : `the members are ${known.join(', ')}`;
  return `unknown member ${prefix}${name}${known.length > 0 ? `: ${advice}` : ''}`;
};

/** Of several issues of one value: that of its type, otherwise those with texts of their own. */
const bestByPath = (issues: readonly ZodIssue[]): readonly ZodIssue[] =>
  [...Map.groupBy(issues, ({ path }) => pathText(path)).values()].flatMap((group) => {
    const wrongType = group.find(({ code }) => code === 'invalid_type');
    const written = group.filter((issue) => isWritten(issue) || issue.code === 'unrecognized_keys');
    return wrongType ?? (written.length > 0 ? written : group);
  });

/** The issues of the union branch that fits best: of those whose type fits, the one with the fewest issues. */
const inBestBranch = (issue: ZodIssue): readonly ZodIssue[] => {
  const [best] = (issue.errors ?? []).filter(fits).sort((one, other) => one.length - other.length);
  if (!best) return [issue];
  return best.flatMap(inBestBranch).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
};

/** Whether a branch has issues with parts of the value only, not with the value itself. */
const fits = (branch: readonly ZodIssue[]): boolean =>
  branch.every(
    ({ path, code, errors }) =>
      path.length > 0 || (code !== 'invalid_type' && code !== 'invalid_value' && (!errors || errors.some(fits))),
  );

const describeIssue = (issue: ZodIssue, root: unknown, { side, isSecret, memberNames }: IssueContext): string => {
  const { code, path } = issue;
  const name = pathText(path);
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
  if (value === undefined)
    return side === 'output' ? `${subject} is missing` : `${subject} is required${hintOf(issue)}`;
  const shown = isSecret(path) ? hide(value) : quote(value);
  if (isConflict) return `${subject}: ${shown} ${issue.message}`;
  if (isWritten(issue) && shown === objectText) return `${name && `${name}: `}provide ${issue.message}`;
  const near = typeof value === 'string' && !isSecret(path) ? nearestNames(value, valuesOf(issue)) : [];
  const advice = near.length > 0 ? `: did you mean ${alternatives(near.map((each) => JSON.stringify(each)))}?` : '';
  return `${subject} ${requirementOf(issue)} (got ${shown})${advice}`;
};

/** The strings that an enum accepts, also as a branch of a union. */
const valuesOf = ({ values = [], errors = [] }: ZodIssue): readonly string[] => [
  ...values.filter((each) => typeof each === 'string'),
  ...errors.flat().flatMap(valuesOf),
];

const isWritten = ({ message }: ZodIssue): boolean => message !== unwritten;

/** The text of an issue whose declaration has none. */
const unwritten = 'Invalid input';

/**
 * For every parse: the texts of zod are never used. Its full build, e.g. in the user's program, sets English texts for all copies of zod in
 * the process.
 */
export const withoutZodTexts: { readonly error: () => string } = { error: () => unwritten };

/** The requirement of a missing member, unless it is only a string. */
const hintOf = (issue: ZodIssue): string => {
  const accepted = acceptedBy(issue);
  return accepted === undefined || accepted === 'a string' ? '' : `: ${accepted}`;
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
  record: 'an object',
  tuple: 'a list',
};

const nounOf = ({ origin = '' }: ZodIssue): string | undefined => ({ string: 'character', array: 'item' })[origin];

const bound = (count: unknown, issue: ZodIssue): string => {
  const noun = nounOf(issue);
  return `${String(count)}${noun ? ` ${noun}${count === 1 ? '' : 's'}` : ''}`;
};

const withArticle = (noun: string): string => (/^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`);

/** `volumes[0].sizeGiB` for `['volumes', 0, 'sizeGiB']`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index ? '.' : ''}${String(step)}`)).join('');

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | null | undefined)?.[step], root);
