import { dirname, relative } from 'node:path/posix';

import { inCell, type LinkTo } from './code.ts';
import { renderErrorCodes } from './error-codes.ts';
import type { Library } from './library.ts';
import { serviceTitle } from './page-title.ts';
import type { Page } from './pages.ts';
import { mark } from './render-page.ts';

/** The pages that list pages: one per package, and one of all packages. */
export const renderIndexes = (
  libraries: readonly Library[],
  pages: readonly Page[],
  linksOf: (path: string, folder: string) => LinkTo,
): ReadonlyMap<string, string> =>
  new Map([
    ['docs/reference/index.md', startPage(libraries)],
    ...libraries.map((library): readonly [string, string] => {
      const path = `docs/reference/${library.folder}/index.md`;
      const own = pages.filter((page) => page.library === library);
      return [path, packagePage(library, own, linksOf(path, library.folder))];
    }),
  ]);

const startPage = (libraries: readonly Library[]): string =>
  [
    mark,
    '# Reference',
    'One page per resource. Functions that create a resource come first, then those that describe, list, change and delete it, then tasks and waits.',
    [
      '| package | |',
      '|---|---|',
      ...libraries.map(
        ({ folder, name, description }) => `| [\`${name}\`](${folder}/index.md) | ${inCell(description)} |`,
      ),
      '| [Errors](errors/index.md) | The classes of errors, and what to do. |',
    ].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');

const packagePage = (library: Library, pages: readonly Page[], linkTo: LinkTo): string => {
  const { folder, name, description, fromCore } = library;
  const path = `docs/reference/${folder}/index.md`;
  const services = Map.groupBy(pages, (page) => dirname(relative(dirname(path), page.path)));
  return [
    mark,
    `# ${name}`,
    description,
    `\`\`\`sh\nnpm install ${name}\n\`\`\``,
    ...[...services].map(([service, own]) =>
      [service === '.' ? '' : `## ${serviceTitle(service)}`, table(path, own, linkTo)].filter(Boolean).join('\n\n'),
    ),
    folder !== 'core' && '## Also exported',
    folder !== 'core' &&
      `The package also exports, from \`@arch/core\`: ${fromCore.map((each) => `[\`${each}\`](${linkTo(each)})`).join(', ')}.`,
    renderErrorCodes(library, linkTo),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
};

const table = (path: string, pages: readonly Page[], linkTo: LinkTo): string =>
  [
    '| page | functions, or types |',
    '|---|---|',
    ...pages.map((page) => {
      const shown = page.functions.length > 0 ? page.functions : page.types;
      const names = shown.map(({ name }) => `[\`${name}\`](${linkTo(name)})`);
      return `| [${page.title}](${relative(dirname(path), page.path)}) | ${names.join(', ')} |`;
    }),
  ].join('\n');
