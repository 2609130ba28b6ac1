import type { FunctionInfo, Permission, PermissionSpec, Service } from '@arch/core/builder';

import { infoOf } from './load.ts';

/** An IAM action that a function needs, and on what. */
export interface Need {
  readonly action: string;
  /** ARN formats; `*` where IAM knows no resource for the action. */
  readonly resources: readonly string[];
  /** The types that the formats stand for, e.g. `instance`. */
  readonly types: readonly string[];
  readonly condition: Permission['condition'];
  readonly when: string | undefined;
  /** The case for which a policy has it on request. */
  readonly with: string | undefined;
}

/** What a function needs, with what it calls; the same need once. */
export const needsOf = (info: FunctionInfo): readonly Need[] => {
  const needs = new Map<string, Need>();
  for (const need of allNeeds(info)) needs.set(JSON.stringify(need), need);
  return [...needs.values()];
};

const allNeeds = ({ declaration }: FunctionInfo): readonly Need[] => {
  const { service, permissions = [], uses = [] } = declaration;
  const own = service ? permissions.map((each) => needOf(service, each)) : [];
  return [...own, ...uses.flatMap((each) => allNeeds(infoOf(each) ?? fail()))];
};

const needOf = ({ arns }: Service, spec: PermissionSpec): Need => {
  const {
    action,
    resources = [],
    condition,
    when,
    with: onRequest,
  } = typeof spec === 'string' ? ({ action: spec } as Permission) : spec;
  const formats = resources.map((each) => (arns[each] ?? each).replaceAll(/\{.*?\}/g, '*'));
  return {
    action,
    resources: formats.length > 0 ? formats : ['*'],
    types: resources,
    condition,
    when,
    with: onRequest,
  };
};

/** AWS's operations behind a function, in the order in which they are declared. */
export const awsOperationsOf = ({ declaration }: FunctionInfo): readonly string[] => {
  const { command, uses = [] } = declaration as FunctionInfo['declaration'] & { readonly command?: Command };
  const own = command ? [new command({}).schema[2] as string] : [];
  return [...new Set([...own, ...uses.flatMap((each) => awsOperationsOf(infoOf(each) ?? fail()))])];
};

type Command = new (input: object) => { readonly schema: readonly unknown[] };

const fail = (): never => {
  throw new TypeError('A declaration uses a function that no declaration made');
};

/** A condition in words: `` `ec2:CreateAction` is `RunInstances` ``. */
export const conditionText = (condition: Need['condition']): string =>
  Object.entries(condition ?? {})
    .flatMap(([operator, keys]) =>
      Object.entries(keys).map(([name, value]) => `\`${name}\` ${verbs[operator] ?? operator} \`${value}\``),
    )
    .join(' and ');

const verbs: Readonly<Record<string, string>> = {
  StringEquals: 'is',
  StringLike: 'is like',
  Bool: 'is',
  ArnLike: 'is like',
};
