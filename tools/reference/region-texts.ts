import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';

import { indirectOperations, sdkMiddleware } from '../../packages/contract/src/path/sdk-middleware.ts';
import { callTables } from './coming-from/call-tables.ts';
import { counterpartTables } from './coming-from/counterpart-tables.ts';
import { inCell } from './code.ts';
import { errorClasses } from './error-classes.ts';
import type { Library } from './library.ts';
import { operationTable } from './operation-table.ts';
import { packageTable } from './package-table.ts';
import { linksFrom, type Locations } from './pages.ts';
import type { RegionText } from './regions.ts';
import { errorTable } from './render-errors.ts';
import { root } from '../root.ts';

/** The texts for the regions of one page. */
export const regionTexts =
  (page: string, libraries: readonly Library[], locations: Locations): RegionText =>
  (request) => {
    const [kind = '', argument = ''] = request.split(' ');
    const library = libraries.find(({ folder }) => folder === page.split('/')[1]);
    const linkTo = linksFrom({ path: page, folder: library?.folder ?? 'core' }, locations);
    const texts: Readonly<Record<string, () => string>> = {
      packages: () => packageTable(libraries),
      operations: () => operationTable(library ?? missing(`a package of ${page}`), linkTo),
      errors: () => errorTable(errorClasses(libraries), (name) => linkTo(name) ?? missing(`page of ${name}`)),
      figures: () => readText(`bench/${argument && `${argument}-`}results.md`, 'npm run bench writes it'),
      file: () => fileText(argument),
      examples: () => exampleTable(page, argument),
      decisions: () => decisionTable(page),
      'sdk-middleware': () => middlewareTable(),
      'indirect-operations': () => indirectTable(),
      calls: () => callTables(argument, (folder) => linksFrom({ path: page, folder }, locations)),
      counterparts: () => counterpartTables(argument, linksFrom({ path: page, folder: 'storage' }, locations)),
    };
    return (texts[kind] ?? missing(`a region called ${kind}; there are ${Object.keys(texts).join(', ')}`))();
  };

const missing = (what: string): never => {
  throw new Error(`there is no ${what}`);
};

const readText = (path: string, remedy = 'is its name right?'): string =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : missing(`${path}: ${remedy}`);

/** A file word for word; of a file of the tools' own, the last ending is not its. */
const fileText = (path: string): string => {
  const language = extname(path.replace(/\.txt$/, '')).slice(1);
  return `\`\`\`${language}\n${readText(path).trimEnd()}\n\`\`\``;
};

/** The examples of a topic, by what their first line says. */
const exampleTable = (page: string, topic: string): string => {
  const files = globSync(`examples/${topic}/*.ts`, { cwd: root }).sort();
  const rows = files.map((file) => {
    const first =
      readText(file)
        .split('\n', 1)[0]
        ?.replace(/^\/\/ /, '') ?? '';
    return `| [${file.slice('examples/'.length, -'.ts'.length)}](${relative(dirname(page), file)}) | ${inCell(first)} |`;
  });
  return ['| example | |', '|---|---|', ...rows].join('\n');
};

/** The middleware of the SDK that run unchanged in calls of this library. */
const middlewareTable = (): string => {
  const rows = sdkMiddleware.map(({ name, operations, reason }) => {
    const called = operations.map((each) => each.replace(/^(.*):\*$/, '$1, all operations').replace(':', ' '));
    return `| \`${name}\` | ${called.join(', ')} | ${reason} |`;
  });
  return ['| middleware | operations | reason |', '|---|---|---|', ...rows].join('\n');
};

/** The operations whose requests are never sent directly. */
const indirectTable = (): string => {
  const rows = indirectOperations.map(({ operation, reason }) => `| ${operation.replace(':', ' ')} | ${reason} |`);
  return ['| operation | reason |', '|---|---|', ...rows].join('\n');
};

/** The decisions beside a page, the newest first. */
const decisionTable = (page: string): string => {
  const files = globSync(`${dirname(page)}/????-*.md`, { cwd: root })
    .sort()
    .reverse();
  const rows = files.map((file) => {
    const name = basename(file, '.md');
    const title = /^# (.+)$/m.exec(readText(file))?.[1] ?? name;
    return `| ${name.slice(0, 10)} | [${inCell(title)}](${basename(file)}) |`;
  });
  return ['| date | decision |', '|---|---|', ...rows].join('\n');
};
