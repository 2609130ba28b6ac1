import { isInServiceFolder, type SourceFile } from './source-file.ts';

/** Collections, which are not named after an export: entries, tables and IDs of a service, the tests over all operations, and the SDK's runtime. */
const isCollection = (file: SourceFile): boolean =>
  ['index', 'builder', 'define', 'cli', 'sql-server', 'vitest'].includes(file.name) ||
  ['services', 'contract'].includes(file.packageName) ||
  file.folder === 'sdk' ||
  isInServiceFolder(file);

/** Other files without a main export: parts of a table, and exports that share a state. */
const collections = new Set([
  'packages/compute/src/ec2/instance-types/instance-type-hardware.ts',
  'packages/compute/src/ec2/tags/taggable.ts',
  'packages/compute/src/auto-scaling/groups/group-fields.ts',
  'packages/core/src/translation/error-table.ts',
  'packages/core/src/translation/transport-errors.ts',
  'packages/core/src/events/arch-event.ts',
  'packages/core/src/define/created-ids.ts',
  'packages/core/src/declaration/info.ts',
  'packages/core/src/schema/aws-formats.ts',
  'packages/core/src/schema/filters.ts',
  'packages/core/src/schema/z.ts',
  'packages/core/src/session/current-session.ts',
  'packages/local/src/sql/rds-data/rds-result.ts',
  'packages/storage/src/s3/buckets/bucket-contents.ts',
  'packages/storage/src/s3/buckets/bucket-settings.ts',
]);

const nameless = /^(utils?|helpers?|commons?|misc|shared|stuff|lib)$/;

/** House style 1.3 and 2: a file is named after its main export, and no file or folder has the name `utils`. */
export const checkNames = (files: readonly SourceFile[]): readonly string[] => {
  const named = files.filter(({ kind }) => kind === 'source');
  return [
    ...named.filter((file) => !isCollection(file) && !collections.has(file.path)).flatMap(misnamed),
    ...files.flatMap(({ path, folder, name }) => {
      const word = [...folder.split('/'), name.replace(/\..*$/, '')].find((part) => nameless.test(part));
      return word === undefined
        ? []
        : [`${path}: “${word}” says nothing; give it the name of what it does, where it is used`];
    }),
  ];
};

const misnamed = (file: SourceFile): readonly string[] => {
  const names = file.exports;
  const camelCase = file.name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const pascalCase = camelCase.replace(/^\w/, (letter) => letter.toUpperCase());
  if (names.includes(camelCase) || names.includes(pascalCase)) return [];
  return [`${file.path}: exports neither ${camelCase} nor ${pascalCase}, but ${names.join(', ') || 'nothing'}`];
};
