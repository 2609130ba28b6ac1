const values = [
  'filled',
  'filterRecord',
  'input',
  'list',
  'listOperation',
  'nothing',
  'operation',
  'resource',
  'tagRecord',
  'tags',
  'toFilterList',
  'toTagList',
  'z',
];
const types = ['AwsInput', 'AwsResource', 'Filters', 'ListOperation', 'Operation', 'Schema', 'Tags'];

/** The import of what a file takes from core, found in its text; in the order of the formatter's. */
export const builderImports = (text: string): string => {
  const used = [
    ...values.filter((name) => new RegExp(`\\b${name}[(<.]`).test(text)),
    ...types.filter((name) => new RegExp(`\\b${name}\\b`).test(text)).map((name) => `type ${name}`),
  ];
  return `import { ${used.sort(byName).join(', ')} } from '@arch/core/builder';`;
};

const byName = (one: string, other: string): number => bare(one).localeCompare(bare(other), 'en');
const bare = (name: string): string => name.replace('type ', '');
