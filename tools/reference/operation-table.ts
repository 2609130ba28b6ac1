import type { FunctionInfo } from '@arch/core/builder';

import type { LinkTo } from './code.ts';
import { awsOperationsOf, needsOf } from './iam.ts';
import type { Library } from './library.ts';

/** The declared functions of a package with their operations and permissions. */
export const operationTable = (library: Library, linkTo: LinkTo): string =>
  [
    '| function | folder | AWS operation | IAM action |',
    '|---|---|---|---|',
    ...library.sections.flatMap(({ title, entries }) =>
      entries.flatMap(({ name, kind, info }) => {
        if (kind !== 'function' || !info) return [];
        const operations = awsOperationsOf(info).map((each) => `\`${each}\``);
        return [
          `| [\`${name}\`](${linkTo(name)}) | ${title} | ${operations.join(', ')} | ${actionsOf(info).join('; ')} |`,
        ];
      }),
    ),
  ].join('\n');

/** The IAM actions of a function with the types of resources that they are limited to. */
const actionsOf = (info: FunctionInfo): readonly string[] =>
  [...Map.groupBy(needsOf(info), ({ action }) => action)].map(([action, needs]) => {
    const types = [...new Set(needs.flatMap((need) => need.types))].map((type) =>
      type.includes('*') ? `\`${type}\`` : type,
    );
    return types.length > 0 ? `\`${action}\` on ${types.join(', ')}` : `\`${action}\``;
  });
