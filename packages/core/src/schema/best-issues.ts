import { pathText } from './path-text.js';
import { isWritten, type ZodIssue } from './zod-issue.js';

/** The issues that say most: of unions, those of the branch that fits best; of several issues of one value, the best ones. */
export const bestIssues = (issues: readonly ZodIssue[]): readonly ZodIssue[] =>
  bestByPath(issues.flatMap(inBestBranch));

/** Of several issues of one value: that of its type, otherwise those with texts of their own. */
export const bestByPath = (issues: readonly ZodIssue[]): readonly ZodIssue[] =>
  [...Map.groupBy(issues, ({ path }) => pathText(path)).values()].flatMap((group) => {
    const wrongType = group.find(({ code }) => code === 'invalid_type');
    const written = group.filter((issue) => isWritten(issue) || issue.code === 'unrecognized_keys');
    return wrongType ?? (written.length > 0 ? written : group);
  });

/** The issues of the union branch that fits best: of those whose type fits, the one with the fewest issues. */
const inBestBranch = (issue: ZodIssue): readonly ZodIssue[] => {
  const [best] = (issue.errors ?? []).filter(fits).sort((one, other) => misfitOf(one) - misfitOf(other));
  if (!best) return [issue];
  return best.flatMap(inBestBranch).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
};

/** A branch that does not know a member fits worse than one with other issues. */
const misfitOf = (branch: readonly ZodIssue[]): number =>
  branch.length + (branch.some(({ code }) => code === 'unrecognized_keys') ? 100 : 0);

/** Whether a branch has issues with parts of the value only, not with the value itself. */
const fits = (branch: readonly ZodIssue[]): boolean =>
  branch.every(
    ({ path, code, errors }) =>
      path.length > 0 || (code !== 'invalid_type' && code !== 'invalid_value' && (!errors || errors.some(fits))),
  );
