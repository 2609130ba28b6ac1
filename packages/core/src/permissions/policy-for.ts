import type { DeclaredFunction, FunctionInfo } from '../declaration/info.js';
import { infoOf } from '../declaration/info.js';
import { toPermission } from '../declaration/permission.js';
import { statementOf } from '../declaration/statement-for.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import type { PolicyDocument, PolicyStatement } from '../errors/policy-document.js';
import { type ArnValues, arnsOn } from './arns-on.js';
import { checkScope } from './check-scope.js';
import { type PolicyOptions, placeOf } from './policy-options.js';

/**
 * Returns the least-privilege IAM policy of a program that calls these functions. Actions with the same resources share a statement.
 * `on` limits a function to resources, and `with` adds the permissions of cases such as tagging.
 *
 * @example
 * console.log(JSON.stringify(policyFor(describeInstance, startInstance), null, 2));
 * policyFor(putObject.on({ bucket: 'reports', prefix: 'daily/' }).with('tags'), { region: 'us-gov-west-1' });
 */
export function policyFor(...functions: readonly DeclaredFunction[]): PolicyDocument;
export function policyFor(...functionsAndOptions: readonly [...DeclaredFunction[], PolicyOptions]): PolicyDocument;
export function policyFor(...values: readonly unknown[]): PolicyDocument {
  const last = values.at(-1);
  const hasOptions = values.length > 0 && typeof last === 'object' && infoOf(last) === undefined;
  const place = placeOf(hasOptions ? last : {});
  const merged = new Map<string, { statement: PolicyStatement; actions: Set<string> }>();
  for (const value of hasOptions ? values.slice(0, -1) : values) {
    const info = infoOf(value);
    if (!info) throw new InvalidInputError('policyFor: pass functions of @arch packages, such as describeInstance.');
    checkScope(info);
    for (const statement of statementsOf(info, scopeOf(info, place))) {
      const key = JSON.stringify([statement.Resource, statement.Condition]);
      const known = merged.get(key);
      if (known) known.actions.add(String(statement.Action));
      else merged.set(key, { statement, actions: new Set([String(statement.Action)]) });
    }
  }
  return {
    Version: '2012-10-17',
    Statement: [...merged.values()].map(({ statement, actions }) => ({ ...statement, Action: [...actions].sort() })),
  };
}

/** The resources, cases and place that a function and the functions that it uses are limited to. */
interface Scope extends Omit<ArnValues, 'arnFrom'> {
  readonly cases: ReadonlySet<string>;
}

const scopeOf = (
  { declaration, resources = {}, cases = [] }: FunctionInfo,
  place: ReturnType<typeof placeOf>,
): Scope => ({
  ...place,
  operation: declaration.name,
  resources,
  cases: new Set(cases),
});

const statementsOf = ({ declaration }: FunctionInfo, scope: Scope): readonly PolicyStatement[] => {
  const { service, permissions = [], uses = [] } = declaration;
  const values = { ...scope, arnFrom: service?.arnFrom };
  const own = permissions
    .map(toPermission)
    .filter((each) => each.with === undefined || scope.cases.has(each.with))
    .map((each) => statementOf(service?.arns ?? {}, each, (format) => arnsOn(format, values)));
  return [...own, ...uses.flatMap((each) => statementsOf(infoOf(each) as FunctionInfo, scope))];
};
