import { type Library, manifestOf, packageFolders } from './library.ts';

/** All packages that users install, for the README of the root. */
export const packageTable = (libraries: readonly Library[]): string =>
  [
    '| package | what it is | |',
    '|---|---|---|',
    ...packageFolders().map((folder) => {
      const { name, description } = manifestOf(folder);
      const library = libraries.find((each) => each.folder === folder);
      const count = library ? operationCount(library) : 0;
      const reference = library
        ? `[reference](docs/reference/${folder}/index.md)${count > 0 ? `, ${count} operations` : ''}`
        : '';
      return `| [\`${name}\`](packages/${folder}/README.md) | ${description} | ${reference} |`;
    }),
  ].join('\n');

const operationCount = ({ sections }: Library): number =>
  sections.flatMap(({ entries }) => entries.filter(({ kind, info }) => kind === 'function' && info)).length;
