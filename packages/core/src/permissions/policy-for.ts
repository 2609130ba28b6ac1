import { InvalidInputError } from '../errors/invalid-input-error.js';
import { type DeclaredFunction, infoOf } from '../declaration/info.js';
import { toPermission } from '../declaration/permission.js';
import { statementOf } from '../declaration/statement-for.js';
import type { PolicyDocument, PolicyStatement } from '../errors/policy-document.js';

/**
 * Returns the least-privilege IAM policy of a program that calls these functions. Actions with the same resources share a statement.
 *
 * @example
 * console.log(JSON.stringify(policyFor(describeInstance, startInstance), null, 2));
 */
export const policyFor = (...functions: readonly DeclaredFunction[]): PolicyDocument => {
  const merged = new Map<string, { statement: PolicyStatement; actions: Set<string> }>();
  for (const statement of functions.flatMap(statementsOf)) {
    const key = JSON.stringify([statement.Resource, statement.Condition]);
    const known = merged.get(key);
    if (known) known.actions.add(String(statement.Action));
    else merged.set(key, { statement, actions: new Set([String(statement.Action)]) });
  }
  return {
    Version: '2012-10-17',
    Statement: [...merged.values()].map(({ statement, actions }) => ({ ...statement, Action: [...actions].sort() })),
  };
};

const statementsOf = (callable: DeclaredFunction): readonly PolicyStatement[] => {
  const info = infoOf(callable);
  if (!info) throw new InvalidInputError('policyFor: pass functions of @arch packages, such as describeInstance.');
  const { service, permissions = [], uses = [] } = info.declaration;
  const own = permissions.map((each) => statementOf(service?.arns ?? {}, toPermission(each)));
  return [...own, ...uses.flatMap(statementsOf)];
};
