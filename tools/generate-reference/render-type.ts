import { callerSignature, inCell, linkedCode, type LinkTo, withoutUndefined } from './code.ts';
import type { Entry } from './library.ts';
import { membersOf } from './members.ts';

/** What a reader finds out about one type. */
export const renderType = ({ name, file, declaration }: Entry, linkTo: LinkTo): string => {
  const { doc, bases, members, types, parameters } = declaration;
  const known = bases.filter((base) => !/^(Omit|Pick)</.test(base) && base !== 'AwsResource' && base !== 'AwsInput');
  const isResource = bases.includes('AwsResource');
  const rows = membersOf(file, declaration);
  const extended = declaration.kind === 'class' ? 'Extends' : 'Has the members of';
  const inherits = known.length > 0 ? `${extended} ${known.map((base) => linkedCode(base, linkTo)).join(', ')}.` : '';
  const shown = declaration.kind === 'class' || known.length === 0 ? members : rows;
  return [
    `#### ${name}${parameters.replace(/ extends [^,>]+/g, '').replace(/ = [^,>]+/g, '')}`,
    doc.text,
    [inherits, isResource && `Carries [\`aws\`](${linkTo('AwsResource') ?? ''}).`].filter(Boolean).join(' '),
    types.length > 0 && linkedCode(types[0] ?? '', linkTo),
    (isResource || declaration.kind !== 'interface' ? shown : rows).filter(({ name: each }) => each !== 'aws' || name === 'AwsResource').length > 0 &&
      table(isResource || declaration.kind === 'interface' ? (name === 'AwsResource' || name === 'AwsInput' ? members : rows) : members, linkTo),
    doc.example !== undefined && `\`\`\`ts\n${doc.example}\n\`\`\``,
  ]
    .filter(Boolean)
    .join('\n\n');
};
