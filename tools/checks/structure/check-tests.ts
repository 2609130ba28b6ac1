import { operationOf } from './check-folders.ts';
import { isInLayer, isInResourceFolder, type SourceFile } from './source-file.ts';

/** Folders that only export third-party code. All tests use it. */
const untested = new Set(['packages/core/src/sdk']);

/** House style 6: every public operation occurs in a test of its package, and every folder has a test. */
export const checkTests = (files: readonly SourceFile[]): readonly string[] => {
  const tests = Map.groupBy(
    files.filter(({ kind }) => kind === 'test'),
    ({ packageName }) => packageName,
  );
  const words = new Map(
    [...tests].map(([name, own]) => [name, new Set(own.flatMap(({ text }) => text.match(/\w+/g) ?? []))]),
  );
  const resources = files.filter(isInResourceFolder);
  const listed = new Set(resources.filter(({ name }) => name === 'index').flatMap(({ exports }) => exports));
  return [
    ...resources.flatMap((file) => {
      const operation = operationOf(file);
      if (operation === undefined || !listed.has(operation) || words.get(file.packageName)?.has(operation)) return [];
      return [`${file.path}: no test names ${operation}`];
    }),
    ...foldersWithoutTests(files),
  ];
};

/** Returns the folders other than resource folders, e.g. those of core. Resource folders are checked with their index. */
const foldersWithoutTests = (files: readonly SourceFile[]): readonly string[] => {
  const others = files.filter(
    (file) =>
      file.folder !== '' &&
      file.kind !== 'fixture' &&
      !isInLayer(file) &&
      !['services', 'contract'].includes(file.packageName),
  );
  const folders = Map.groupBy(
    others,
    ({ packageName, folder }) => `packages/${packageName}/src/${folder.split('/', 1)[0]}`,
  );
  return [...folders]
    .filter(([path, members]) => !untested.has(path) && !members.some(({ kind }) => kind === 'test'))
    .map(([path]) => `${path}: has no test`);
};
