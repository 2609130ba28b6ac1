import { inCell, linkedCode, type LinkTo } from './code.ts';
import { firstSentence } from './first-sentence.ts';
import type { Entry } from './library.ts';
import type { Page } from './pages.ts';
import { renderFunction } from './render-function.ts';
import { renderType } from './render-type.ts';
import { renderStates } from './states.ts';

export const mark =
  '<!-- Written by tools/reference/generate-reference.ts from the sources. Change those, then: npm run check -- reference --update -->';

/** The page of a resource: its functions, then its types. */
export const renderPage = (page: Page, linkTo: LinkTo): string => {
  const { title, functions, types, values } = page;
  return [
    mark,
    `# ${title}`,
    introduction(page, linkTo),
    functions.length > 0 && contents(functions, linkTo),
    renderStates(page, linkTo),
    ...functions.map((entry) => renderFunction(entry, linkTo)),
    types.length > 0 && '## Types',
    ...types.map((entry) => renderType(entry, linkTo)),
    values.length > 0 && '## Values',
    values.length > 0 && values.map((entry) => renderValue(entry, linkTo)).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
};

const introduction = ({ path, library, specifiers, functions }: Page, linkTo: LinkTo): string => {
  const depth = path.split('/').length - 'docs/reference/core/page'.split('/').length;
  const index = `${'../'.repeat(depth)}index.md`;
  const from = specifiers.map((each) => `\`${each}\``).join(' or ');
  const inPackage = library.folder === 'core' || functions.every(({ info }) => !info) ? '' : ` ${conventions(linkTo)}`;
  return `Import from ${from}. [All of \`${library.name}\`](${index}).${inPackage}`;
};

const conventions = (linkTo: LinkTo): string =>
  `Every function accepts [\`CallOptions\`](${linkTo('CallOptions')}) as its second parameter. Every input also accepts ` +
  `[\`aws\`](${linkTo('AwsInput')}): further members of the request in AWS's words.`;

const contents = (functions: readonly Entry[], linkTo: LinkTo): string =>
  [
    '| function | |',
    '|---|---|',
    ...functions.map(
      ({ name, declaration: { doc } }) => `| [\`${name}\`](${linkTo(name)}) | ${inCell(firstSentence(doc.text))} |`,
    ),
  ].join('\n');

const renderValue = ({ name, declaration }: Entry, linkTo: LinkTo): string => {
  const { types, doc } = declaration;
  const type = types[0]?.startsWith('(') ? types[0] : '';
  return `- ${linkedCode(`${name}${type}`, linkTo)}${doc.text ? `: ${doc.text}` : ''}`;
};
