import { posix } from 'node:path';

import { asSyntax, declaratorsOf, type Syntax } from '../../typescript/syntax.ts';
import { callsInValue } from './calls-in-value.ts';
import { isInLayer, isInResourceFolder, isInServiceFolder, type SourceFile } from './source-file.ts';

const mostSources = 15;

/** House style 2 and 4: a resource folder is small, and its index lists what is public, name by name. */
export const checkFolders = (files: readonly SourceFile[]): readonly string[] => [
  ...[...Map.groupBy(files.filter(isInResourceFolder), ({ path }) => path.slice(0, path.lastIndexOf('/')))].flatMap(
    ([path, members]) => checkFolder(path, members),
  ),
  ...files
    .filter(({ name, folder, kind }) => kind === 'source' && name === 'index' && folder !== '' && folder !== 'sdk')
    .filter((file) => !isInServiceFolder(file))
    .flatMap(checkIndex),
  ...checkUpperIndexes(files),
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

const builders = new Set('operation listOperation stream waiter goalWaiter task consumer overloaded'.split(' '));

/** Returns the name of the operation that a source declares and exports. */
export const operationOf = ({ statements }: SourceFile): string | undefined => {
  const exported = statements.flatMap(({ declaration }) => declaratorsOf(declaration));
  const operation = exported.find(({ init }) => builders.has(callsInValue(init)[0] ?? ''));
  return asSyntax(operation?.['id'])?.['name'] as string | undefined;
};

/** An operation that another source of the folder uses may be private. Every other operation is public. */
const checkListed = (source: SourceFile, index: SourceFile, siblings: readonly SourceFile[]): readonly string[] => {
  const operation = operationOf(source);
  const imported = `'./${source.name}.js'`;
  if (operation === undefined || index.text.includes(imported)) return [];
  if (siblings.some(({ text }) => text.includes(imported))) return [];
  return [`${index.path}: does not list ${operation}`];
};

/** The exports of core in every layer. */
const isShared = ({ path }: SourceFile): boolean => path === 'packages/services/src/core/index.ts';
const sharedLine = "export * from '@arch/services/core'";

const checkIndex = (file: SourceFile): readonly string[] =>
  file.statements.flatMap((statement) => {
    const from = statement.type === 'ExportNamedDeclaration' && asSyntax(statement['source'])?.['value'];
    if (typeof from !== 'string')
      return [`${file.path}: has to list its exports by name, not “${textOf(statement, file).split('\n', 1)[0]}”`];
    return isOwn(file, from) || (from === '@arch/core' && isShared(file))
      ? []
      : [`${file.path}: exports what is not in its folder, from ${from}`];
  });

const textOf = ({ start, end }: Syntax, { text }: SourceFile): string => text.slice(start, end).replace(/;$/, '');

/** The index of a resource exports from its folder and from the shared modules of its service. */
const isOwn = ({ folder }: SourceFile, from: string): boolean =>
  from.startsWith('./') ||
  [folder.split('/', 1)[0], 'resource-policies'].includes(posix.dirname(posix.join(folder, from)));

/** The indexes of a layer and of its services export everything below them, and nothing else. */
const checkUpperIndexes = (files: readonly SourceFile[]): readonly string[] => {
  const indexes = files.filter((file) => isInLayer(file) && file.name === 'index');
  const layers = new Set(indexes.map(({ packageName }) => packageName));
  return [...layers].flatMap((layer) => {
    const own = indexes.filter(({ packageName }) => packageName === layer);
    const services = own.filter(isInServiceFolder).map(({ folder }) => folder);
    const resources = own.filter(isInResourceFolder);
    const below = (service: string, indexes: readonly SourceFile[]): readonly string[] =>
      indexes
        .filter(({ folder }) => folder.startsWith(`${service}/`))
        .map(({ folder }) => folder.slice(service.length + 1));
    return [
      ...checkUpper(files, `packages/${layer}/src/index.ts`, { needed: services, possible: services }),
      ...services.flatMap((service) =>
        checkUpper(files, `packages/${layer}/src/${service}/index.ts`, {
          needed: below(
            service,
            resources.filter((index) => isPublic(index, files)),
          ),
          possible: below(service, resources),
        }),
      ),
    ];
  });
};

/** A subfolder of a resource may be private, unless it exports an operation. */
const isPublic = ({ packageName, folder, text }: SourceFile, files: readonly SourceFile[]): boolean =>
  folder.split('/').length === 2 ||
  files.some(
    (file) =>
      file.packageName === packageName &&
      file.folder === folder &&
      operationOf(file) !== undefined &&
      text.includes(`'./${file.name}.js'`),
  );

const checkUpper = (
  files: readonly SourceFile[],
  path: string,
  { needed, possible }: { readonly needed: readonly string[]; readonly possible: readonly string[] },
): readonly string[] => {
  const index = files.find((file) => file.path === path);
  if (!index) return [`${path}: is missing`];
  const lineOf = (folder: string): string => `export * from './${folder}/index.js'`;
  const known = new Set(possible.map(lineOf));
  const lines = index.statements.map((statement) => textOf(statement, index));
  const isTop = /^packages\/\w+\/src\/index\.ts$/.test(path);
  return [
    ...needed.map(lineOf).flatMap((line) => (lines.includes(line) ? [] : [`${path}: lacks “${line};”`])),
    ...lines.flatMap((line) =>
      known.has(line) || (isTop && line === sharedLine) ? [] : [`${path}: exports nothing but folders, not “${line}”`],
    ),
  ];
};
