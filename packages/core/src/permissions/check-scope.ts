import { type DeclaredFunction, type FunctionInfo, infoOf } from '../declaration/info.js';
import { type Permission, toPermission } from '../declaration/permission.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { quote } from '../schema/quote.js';
import { membersIn } from './arns-on.js';

/** Checks the arguments of `on` and `with`: a wrong name would leave the policy too wide or too narrow. */
export const checkScope = ({ declaration, resources, cases = [] }: FunctionInfo): void => {
  const { name } = declaration;
  const needs = needsOf(declaration);
  const known = casesOf(needs);
  for (const each of cases) if (!known.includes(each)) throw unknown(`${name}.with`, each, known);
  if (resources === undefined) return;
  if (typeof resources !== 'object' || resources === null || Object.keys(resources).length === 0)
    throw new InvalidInputError(
      `policyFor: ${name}.on: pass the resources, e.g. { ${membersOf(needs)[0] ?? 'bucket'}: '…' }.`,
    );
  const members = membersOf(needs);
  if (members.length === 0)
    throw new InvalidInputError(
      `policyFor: ${name}.on: IAM cannot limit ${[...new Set(needs.map(({ action }) => action))].join(', ')} to resources. Pass ${name} without on.`,
    );
  for (const each of Object.keys(resources)) if (!members.includes(each)) throw unknown(`${name}.on`, each, members);
};

/** The values that `on` and `with` of a function accept, sorted. */
export const limitsOf = ({
  declaration,
}: FunctionInfo): { readonly on: readonly string[]; readonly with: readonly string[] } => {
  const needs = needsOf(declaration);
  return { on: membersOf(needs).toSorted(), with: casesOf(needs).toSorted() };
};

/** The ARN formats of the resources of a function. */
export const formatsOf = ({ declaration }: FunctionInfo): readonly string[] =>
  needsOf(declaration).flatMap(({ formats }) => formats);

interface Need extends Permission {
  readonly formats: readonly string[];
}

const needsOf = ({ service, permissions = [], uses = [] }: FunctionInfo['declaration']): readonly Need[] => [
  ...permissions.map(toPermission).map((each) => ({
    ...each,
    formats: (each.resources ?? []).map((resource) => service?.arns[resource] ?? resource),
  })),
  ...uses.flatMap((each: DeclaredFunction) => needsOf((infoOf(each) as FunctionInfo).declaration)),
];

const membersOf = (needs: readonly Need[]): readonly string[] => [
  ...new Set(needs.flatMap(({ formats }) => formats.flatMap(membersIn))),
];

const casesOf = (needs: readonly Need[]): readonly string[] => [...new Set(needs.flatMap((need) => need.with ?? []))];

const unknown = (place: string, name: string, accepted: readonly string[]): InvalidInputError =>
  new InvalidInputError(
    `policyFor: ${place}: unknown name ${quote(name)}. It accepts ${accepted.length > 0 ? accepted.join(', ') : 'none'}.`,
  );
