import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';

import type { FunctionInfo } from '@arch/core/builder';

import { inCell } from './code.ts';
import { awsOperationsOf, needsOf } from './iam.ts';
import { type Entry, type Library, manifestOf, packageFolders } from './library.ts';
import type { RegionText } from './regions.ts';
import { root } from './sources.ts';

/** The texts for the regions of one page. */
export const regionTexts =
  (page: string, libraries: readonly Library[]): RegionText =>
  (request) => {
    const [kind = '', argument = ''] = request.split(' ');
    const library = libraries.find(({ folder }) => folder === page.split('/')[1]);
    const texts: Readonly<Record<string, () => string>> = {
      packages: () => packageTable(libraries),
      operations: () => operationTable(library ?? missing(`a package of ${page}`)),
      errors: () => errorList(libraries),
      figures: () => readText('bench/results.md', 'npm run bench writes it'),
      file: () => fileText(argument),
      examples: () => exampleTable(page, argument),
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

const declaredIn = ({ sections }: Library): readonly Entry[] =>
  sections.flatMap(({ entries }) => entries.filter(({ kind, info }) => kind === 'function' && info));

const packageTable = (libraries: readonly Library[]): string =>
  [
    '| package | what it is | |',
    '|---|---|---|',
    ...packageFolders().map((folder) => {
      const { name, description } = manifestOf(folder);
      const library = libraries.find((each) => each.folder === folder);
      const count = library ? declaredIn(library).length : 0;
      const reference = library
        ? `[reference](docs/reference/${folder}.md)${count > 0 ? `, ${count} operations` : ''}`
        : '';
      return `| [\`${name}\`](packages/${folder}/README.md) | ${description} | ${reference} |`;
    }),
  ].join('\n');

const operationTable = (library: Library): string =>
  [
    '| function | folder | AWS operation | IAM action |',
    '|---|---|---|---|',
    ...library.sections.flatMap(({ title, entries }) =>
      entries.flatMap(({ name, kind, info }) => {
        if (kind !== 'function' || !info) return [];
        const reference = `../../docs/reference/${library.folder}.md#${name.toLowerCase()}`;
        const operations = awsOperationsOf(info).map((each) => `\`${each}\``);
        return [
          `| [\`${name}\`](${reference}) | ${title} | ${operations.join(', ')} | ${actionsOf(info).join('; ')} |`,
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

/** Classes of errors extend the root, or a class that does. */
const isError = (bases: readonly string[]): boolean =>
  bases.some((each) => each === 'ArchError' || each === 'ServiceError');

/** The classes of errors with what each knows beside what the root knows: core's, then those of one layer alone. */
const errorList = (libraries: readonly Library[]): string => {
  const classes = libraries.flatMap((library) =>
    library.sections
      .flatMap(({ entries }) => entries)
      .filter(
        ({ name, declaration }) => declaration.kind === 'class' && isError(declaration.bases) && name.endsWith('Error'),
      )
      .map((entry) => ({ ...entry, from: library.folder === 'core' ? '' : `Of \`${library.name}\`.` })),
  );
  return classes
    .map(({ name, from, declaration: { doc, members } }) =>
      [
        `### ${name}`,
        [doc.text, from].filter(Boolean).join(' '),
        members.map((member) => `- \`${member.name}\`${member.doc.text ? `: ${member.doc.text}` : ''}`).join('\n'),
      ]
        .filter(Boolean)
        .join('\n\n'),
    )
    .join('\n\n');
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
