import { relative } from 'node:path/posix';

import { inCell, type LinkTo } from './code.ts';
import { errorAdvice } from './error-advice.ts';
import { errorClasses, errorPagesOf } from './error-classes.ts';
import { codeText, errorCodesOf } from './error-codes.ts';
import type { Entry, Library } from './library.ts';
import { fieldsOf } from './members.ts';
import { mark } from './render-page.ts';
import { memberTable } from './render-type.ts';

const folder = 'docs/reference/errors';

/** One page per class of errors, and their index. */
export const renderErrors = (
  libraries: readonly Library[],
  linksOf: (path: string, folder: string) => LinkTo,
): ReadonlyMap<string, string> => {
  const paths = errorPagesOf(libraries);
  const classes = errorClasses(libraries);
  const pages = classes.map((entry): readonly [string, string] => {
    const path = paths.get(entry.name) ?? '';
    return [path, errorPage(entry, libraries, (library) => linksOf(path, library.folder))];
  });
  return new Map([[`${folder}/index.md`, indexPage(classes, paths)], ...pages]);
};

const indexPage = (classes: readonly Entry[], paths: ReadonlyMap<string, string>): string =>
  [
    mark,
    '# Errors',
    'Every error of a call is an `ArchError`. Its class names the situation, and its message says what to do: see [errors and outcomes](../../errors.md).',
    errorTable(classes, (name) => relative(folder, paths.get(name) ?? '')),
  ]
    .join('\n\n')
    .concat('\n');

/** All classes of errors with what they mean. */
export const errorTable = (classes: readonly Entry[], linkTo: (name: string) => string): string =>
  [
    '| class | meaning |',
    '|---|---|',
    ...classes.map(({ name, declaration: { doc } }) => `| [\`${name}\`](${linkTo(name)}) | ${inCell(doc.text)} |`),
  ].join('\n');

const errorPage = (
  { name, file, declaration, library }: Entry & { readonly library: Library },
  libraries: readonly Library[],
  linksIn: (library: Library) => LinkTo,
): string => {
  const linkTo = linksIn(library);
  const base = declaration.bases[0];
  return [
    mark,
    `# ${name}`,
    declaration.doc.text,
    [`Import from \`${library.name}\`.`, linkTo(base ?? '') && `Extends [\`${base}\`](${linkTo(base ?? '')}).`]
      .filter(Boolean)
      .join(' '),
    '## What to do',
    errorAdvice[name],
    '## Members',
    declaration.members.length > 0 && memberTable(fieldsOf(file, declaration), linkTo),
    base !== 'Error' && inheritedText(linkTo),
    codesText(name, libraries),
    throwersText(name, libraries, linksIn),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
};

const inheritedText = (linkTo: LinkTo): string =>
  `The members of all errors, e.g. \`operation\`, \`code\`, \`retryable\` and \`outcomeUnknown\`, are [members of \`ArchError\`](${linkTo('ArchError')}#members).`;

const codesText = (name: string, libraries: readonly Library[]): string | false => {
  const rows = libraries
    .flatMap(errorCodesOf)
    .filter(({ error }) => error === name)
    .map(
      ({ service, code, rule: { resource = '', remedy = '', words } }) =>
        `| ${service} | ${codeText(code, words)} | ${resource} | ${inCell(remedy)} |`,
    );
  if (rows.length === 0) return false;
  return [
    "## AWS's codes",
    'The table contains the codes that the services declare. [Other codes](../../errors.md#which-class) follow from their pattern or the status.',
    ['| service | code | about | what to do |', '|---|---|---|---|', ...new Set(rows)].join('\n'),
  ].join('\n\n');
};

const throwersText = (
  name: string,
  libraries: readonly Library[],
  linksIn: (library: Library) => LinkTo,
): string | false => {
  const lines = libraries.flatMap((library) => {
    const throwers = library.sections
      .flatMap(({ entries }) => entries)
      .filter(
        ({ kind, declaration: { doc } }) => kind === 'function' && doc.throws.some(({ error }) => error === name),
      );
    const links = throwers.map((each) => `[\`${each.name}\`](${linksIn(library)(each.name)})`);
    return links.length > 0 ? [`- \`${library.name}\`: ${links.join(', ')}`] : [];
  });
  return lines.length > 0 && `## Thrown by\n\n${lines.join('\n')}`;
};
