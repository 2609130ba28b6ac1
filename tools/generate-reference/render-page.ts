import { anchorMaker } from './anchors.ts';
import { linkedCode, type LinkTo } from './code.ts';
import { renderErrorCodes } from './error-codes.ts';
import type { Entry, Library, Section } from './library.ts';
import { renderFunction } from './render-function.ts';
import { renderType } from './render-type.ts';

/** The reference page of each package, by its folder. */
export const renderPages = (libraries: readonly Library[]): ReadonlyMap<string, string> => {
  const linksByPage = new Map(libraries.map((library) => [library.folder, typeAnchors(library)]));
  return new Map(
    libraries.map((library) => {
      const linkTo: LinkTo = (name) => {
        const own = linksByPage.get(library.folder)?.get(name);
        if (own !== undefined) return `#${own}`;
        const page = [...linksByPage].find(([, anchors]) => anchors.has(name));
        return page && `${page[0]}.md#${page[1].get(name)}`;
      };
      return [library.folder, renderPage(library, linkTo)];
    }),
  );
};

const functionsOf = ({ entries }: Section): readonly Entry[] => entries.filter(({ kind }) => kind === 'function');
const valuesOf = ({ entries }: Section): readonly Entry[] => entries.filter(({ kind }) => kind === 'value');
/** Types that stand for themselves: the members that one function takes are shown with it. */
const typesOf = (section: Section): readonly Entry[] =>
  section.entries.filter(
    ({ kind, name, declaration }) =>
      kind === 'type' &&
      !(declaration.kind === 'interface' && functionsOf(section).some((each) => inputNameOf(each) === name)),
  );
const inputNameOf = ({ name, info }: Entry): string | undefined =>
  info ? `${name[0]?.toUpperCase()}${name.slice(1)}Input` : undefined;

/** The anchor of each type's heading; headings are met in the order of the page. */
const typeAnchors = ({ name, sections }: Library): ReadonlyMap<string, string> => {
  const anchorOf = anchorMaker();
  const anchors = new Map<string, string>();
  anchorOf(name);
  for (const section of sections) {
    anchorOf(section.title);
    for (const each of functionsOf(section)) {
      const anchor = anchorOf(each.name);
      const input = inputNameOf(each);
      if (input !== undefined) anchors.set(input, anchor);
    }
    if (typesOf(section).length > 0) anchorOf(`Types of ${section.title}`);
    for (const each of typesOf(section)) anchors.set(each.name, anchorOf(each.name));
    if (valuesOf(section).length > 0) anchorOf(`Values of ${section.title}`);
  }
  return anchors;
};

const renderPage = (library: Library, linkTo: LinkTo): string =>
  [
    `<!-- Written by tools/generate-reference.ts from the sources. Change those, then: npm run check -- reference --update -->`,
    `# ${library.name}`,
    library.description,
    introduction(library, linkTo),
    contents(library),
    ...library.sections.map((section) => renderSection(section, linkTo)),
    renderErrorCodes(library),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');

const introduction = ({ folder, fromCore }: Library, linkTo: LinkTo): string =>
  folder === 'core'
    ? ''
    : `The package also exports, from \`@arch/core\`: ${fromCore.map((name) => `[\`${name}\`](core.md#${name.toLowerCase()})`).join(', ')}.\n\nEvery function takes [\`CallOptions\`](${linkTo('CallOptions')}) as its second parameter. Every input also takes ` +
      `[\`aws\`](${linkTo('AwsInput')}): further members of the request in AWS's own words. A plain string, or what an earlier call ` +
      'returned, stands for an input where it says which resource is meant.';

const contents = ({ sections }: Library): string =>
  sections
    .map((section) => {
      const names = functionsOf(section).map(({ name }) => `[${name}](#${name.toLowerCase()})`);
      const anchor = anchorMaker()(section.title);
      return `- [${section.title}](#${anchor})${names.length > 0 ? `: ${names.join(', ')}` : ''}`;
    })
    .join('\n');

const renderSection = (section: Section, linkTo: LinkTo): string => {
  const { title, specifiers } = section;
  const types = typesOf(section);
  const values = valuesOf(section);
  return [
    `## ${title}`,
    `From ${specifiers.map((each) => `\`${each}\``).join(' or ')}.`,
    ...functionsOf(section).map((entry) => renderFunction(entry, linkTo)),
    types.length > 0 && `### Types of ${title}`,
    ...types.map((entry) => renderType(entry, linkTo)),
    values.length > 0 && `### Values of ${title}`,
    values.length > 0 && values.map((entry) => renderValue(entry, linkTo)).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
};

const renderValue = ({ name, declaration }: Entry, linkTo: LinkTo): string => {
  const { types, doc } = declaration;
  const type = types[0]?.startsWith('(') ? types[0] : '';
  return `- ${linkedCode(`${name}${type}`, linkTo)}${doc.text ? `: ${doc.text}` : ''}`;
};
