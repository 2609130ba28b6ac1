const values = [
  'filterRecord',
  'input',
  'list',
  'listOperation',
  'noOutput',
  'operation',
  'optionalString',
  'resource',
  'tagRecord',
  'tags',
  'toFilterList',
  'toTagList',
  'toTagSpecifications',
  'z',
];
const types = ['AwsInput', 'AwsResource', 'FilterInput', 'Filters', 'ListOperation', 'Operation', 'Schema', 'Tags'];

/** Returns the import of the names of core that a text uses, in the formatter's order. */
export const builderImports = (text: string): string => {
  const used = [
    ...values.filter((name) => new RegExp(`\\b${name}[(<.]`).test(text)),
    ...types.filter((name) => new RegExp(`\\b${name}\\b`).test(text)).map((name) => `type ${name}`),
  ];
  return `import { ${used.sort(byName).join(', ')} } from '@arch/core/builder';`;
};

const byName = (one: string, other: string): number => bare(one).localeCompare(bare(other), 'en');

/** Whether core exports a type or a function of this name that generated files use. */
export const isBuilderName = (type: string): boolean =>
  types.includes(type) || values.includes(type.replace(/^./, (letter) => letter.toLowerCase()));

const bare = (name: string): string => name.replace('type ', '');
