import { declarationsOf } from '../typescript/declarations.ts';
import type { Member } from '../typescript/members.ts';
import { alternativesOf, intersectedIn, typeArguments } from './code.ts';
import { membersOf } from './members.ts';
import { find } from './sources.ts';

/** The members of an input, whatever form its type has; required members first. */
export const inputMembers = (file: string, type: string): readonly Member[] => {
  const members = membersOfType(file, type);
  return members.toSorted((one, other) => Number(one.optional) - Number(other.optional));
};

const membersOfType = (file: string, type: string): readonly Member[] => {
  const alternatives = alternativesOf(type)
    .filter((each) => each !== 'string')
    .map((each) => merged(intersectedIn(each).flatMap((part) => membersOfPart(file, part))));
  // What only some alternatives require is optional in the whole.
  return merged(alternatives.flat()).map((member) => ({
    ...member,
    optional: !alternatives.every((all) => all.some(({ name, optional }) => name === member.name && !optional)),
  }));
};

/** Members of the same name as one; a member that an intersection requires is required. */
const merged = (members: readonly Member[]): readonly Member[] => {
  const byName = Map.groupBy(members, ({ name }) => name);
  return [...byName.values()].map((same) => {
    const documented = same.find(({ doc }) => doc.text !== '') ?? same[0];
    return { ...(documented as Member), optional: same.every(({ optional }) => optional) };
  });
};

/** The members of a type without a name: `{ available: A; deleted: void }`. */
export const membersOfLiteral = (type: string): readonly Member[] =>
  declarationsOf(`interface Literal ${type}`)[0]?.members ?? [];

const membersOfPart = (file: string, part: string): readonly Member[] => {
  if (part.startsWith('(')) return membersOfType(file, part.slice(1, -1));
  if (part.startsWith('{')) return membersOfLiteral(part);
  const [name, inner, names] = typeArguments(part);
  if (name === 'Readonly' && inner !== undefined) return membersOfType(file, inner);
  if ((name === 'Omit' || name === 'Pick') && inner !== undefined && names !== undefined) {
    const listed = new Set(alternativesOf(names).map((each) => each.replace(/^'|'$/g, '')));
    return membersOfType(file, inner).filter((member) => listed.has(member.name) === (name === 'Pick'));
  }
  const found = find(file, name);
  if (!found) return [];
  const { declaration } = found;
  if (declaration.kind === 'type') return membersOfType(found.file, declaration.types[0] ?? '');
  return membersOf(found.file, declaration).filter(({ name }) => name !== '');
};
