import type { Declaration } from '../typescript/declarations.ts';
import type { Member } from '../typescript/members.ts';
import { inCell, linkedCode, type LinkTo, typeArguments, withoutUndefined } from './code.ts';
import type { Entry } from './library.ts';
import { fieldsOf, membersOf, writtenOut } from './members.ts';
import { find } from './sources.ts';

/** The two that bring `aws` to all others. */
const carriers = new Set(['AwsResource', 'AwsInput']);

/** What a reader finds out about one type. */
export const renderType = (entry: Entry, linkToAll: LinkTo): string => {
  const { name, file, declaration } = entry;
  const { doc, kind, members, types, parameters } = declaration;
  const linkTo: LinkTo = (each) => (parameters.includes(each) ? undefined : linkToAll(each));
  const rows =
    kind === 'class' ? fieldsOf(file, declaration) : carriers.has(name) ? members : membersOf(file, declaration);
  const { type, text } = writtenOut(file, types[0] ?? '');
  return [
    `### ${name}`,
    doc.text || text,
    type && `\`${name}${parameters.length > 0 ? `<${parameters.join(', ')}>` : ''}\` is ${linkedCode(type, linkTo)}.`,
    basesText(file, declaration, linkTo),
    rows.length > 0 && memberTable(rows, linkTo),
    doc.example !== undefined && `\`\`\`ts example\n${doc.example}\n\`\`\``,
  ]
    .filter(Boolean)
    .join('\n\n');
};

const basesText = (file: string, { kind, bases }: Declaration, linkTo: LinkTo): string => {
  if (kind === 'class')
    return bases.length > 0 ? `Extends ${bases.map((base) => linkedCode(base, linkTo)).join(', ')}.` : '';
  const foreign = bases.filter(
    (base) => !/^(Omit|Pick)$/.test(typeArguments(base)[0]) && !find(file, typeArguments(base)[0]),
  );
  return [
    foreign.length > 0 && `Has the members of ${foreign.map((base) => `\`${base}\``).join(', ')}.`,
    bases.includes('AwsResource') && `The member [\`aws\`](${linkTo('AwsResource') ?? ''}) is AWS's response.`,
  ]
    .filter(Boolean)
    .join(' ');
};

/** The members of a type or class. */
export const memberTable = (members: readonly Member[], linkTo: LinkTo): string =>
  [
    '| member | type | |',
    '|---|---|---|',
    ...members.map(({ name, optional, type, method, doc }) => {
      const label = method ? `\`${name}${type}\`` : `\`${name}${optional ? '?' : ''}\``;
      const shown = method ? '' : linkedCode(withoutUndefined(type, optional), linkTo);
      return `| ${inCell(label)} | ${inCell(shown)} | ${inCell(doc.text)} |`;
    }),
  ].join('\n');
