import { exportedNames } from './exported-names.ts';
import { isInResourceFolder, type SourceFile } from './source-file.ts';

const mostSources = 15;

/** House style 2 and 4: a resource folder is small, and its index lists what is public, name by name. */
export const checkFolders = (files: readonly SourceFile[]): readonly string[] => [
  ...[...Map.groupBy(files.filter(isInResourceFolder), ({ path }) => path.slice(0, path.lastIndexOf('/')))].flatMap(
    ([path, members]) => checkFolder(path, members),
  ),
  ...files
    .filter(({ name, folder, kind }) => kind === 'source' && name === 'index' && folder !== '' && folder !== 'sdk')
    .flatMap(checkIndex),
  ...checkPackageIndexes(files),
];

const checkFolder = (path: string, members: readonly SourceFile[]): readonly string[] => {
  const sources = members.filter(({ kind }) => kind === 'source');
  const index = sources.find(({ name }) => name === 'index');
  if (sources.length === 0) return [];
  return [
    ...(index ? sources.flatMap((source) => checkListed(source, index, sources)) : [`${path}: has no index.ts`]),
    ...(sources.length > mostSources
      ? [`${path}: has ${sources.length} sources, more than ${mostSources}: it is two resources`]
      : []),
    ...(members.some(({ kind }) => kind === 'test') ? [] : [`${path}: has no test`]),
  ];
};

const builders = /^export const (\w+)(?=[^]*?=\s+(?:operation|listOperation|stream|waiter|task|consumer|overloaded)\()/;

/** The operation that a source declares, if it does. */
export const operationOf = ({ statements }: SourceFile): string | undefined =>
  statements.map(({ text }) => builders.exec(text)?.[1]).find((name) => name !== undefined);

/** What another source of the folder is built from may stay inside; every other operation is public. */
const checkListed = (source: SourceFile, index: SourceFile, siblings: readonly SourceFile[]): readonly string[] => {
  const operation = operationOf(source);
  const imported = `'./${source.name}.js'`;
  if (operation === undefined || index.text.includes(imported)) return [];
  if (siblings.some(({ text }) => text.includes(imported))) return [];
  return [`${index.path}: does not list ${operation}`];
};

const checkIndex = ({ path, statements }: SourceFile): readonly string[] =>
  statements.flatMap(({ text }) => {
    const [, from] = /^export (?:type )?\{[^}]*\} from '([^']+)'$/.exec(text) ?? [];
    if (from === undefined) return [`${path}: has to list its exports by name, not “${text.split('\n', 1)[0]}”`];
    return /^\.\/|^\.\.\/clients\//.test(from) ? [] : [`${path}: exports what is not in its folder, from ${from}`];
  });

/** A layer's index hands on all of its folders, and all of what they export: who imports a folder alone finds nothing that the layer lacks. */
const checkPackageIndexes = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter((file) => isInResourceFolder(file) && file.name === 'index' && !file.folder.includes('/'))
    .flatMap((own) => {
      const { packageName, folder } = own;
      const path = `packages/${packageName}/src/index.ts`;
      const index = files.find((file) => file.path === path);
      const from = `'./${folder}/index.js'`;
      if (!index?.text.includes(from)) return [`${path}: does not export the folder ${folder}`];
      if (index.text.includes(`export * from ${from}`)) return [];
      const names = new Set(exportedNames(index));
      const missing = exportedNames(own).filter((name) => !names.has(name));
      return missing.length > 0 ? [`${path}: does not export ${missing.join(', ')} of the folder ${folder}`] : [];
    });
