import type { Declaration } from '../typescript/declarations.ts';
import type { Member } from '../typescript/members.ts';
import { alternativesOf, typeArguments } from './code.ts';
import { find } from './sources.ts';

/** The members of an interface with those of what it extends, its own last; `aws` is documented once for all. */
export const membersOf = (file: string, declaration: Declaration): readonly Member[] => {
  const members = new Map<string, Member>();
  for (const base of declaration.bases) for (const member of baseMembers(file, base)) members.set(member.name, member);
  for (const member of declaration.members) members.set(keyOf(member, members), member);
  members.delete('aws');
  return [...members.values()];
};

/** Call signatures have no name: each keeps a place of its own. */
const keyOf = ({ name }: Member, members: ReadonlyMap<string, Member>): string => name || `call ${members.size}`;

const baseMembers = (file: string, base: string): readonly Member[] => {
  const [name, first, names] = typeArguments(base);
  if ((name === 'Omit' || name === 'Pick') && first !== undefined && names !== undefined) {
    const listed = new Set(alternativesOf(names).map((each) => each.replace(/^'|'$/g, '')));
    return baseMembers(file, first).filter((member) => listed.has(member.name) === (name === 'Pick'));
  }
  const found = find(file, name);
  return found ? membersOf(found.file, found.declaration) : [];
};

/** The members of a class; what it takes from its details is documented there. */
export const fieldsOf = (file: string, { name, members }: Declaration): readonly Member[] => {
  const details =
    find(file, name === 'ArchError' ? 'ErrorDetails' : name.replace(/Error$/, 'Details'))?.declaration.members ?? [];
  return members.map((member) =>
    member.doc.text ? member : { ...member, doc: details.find((each) => each.name === member.name)?.doc ?? member.doc },
  );
};

/** A type whose `(typeof states)[number]` is written out, and what is said of the list. */
export const writtenOut = (file: string, type: string): { readonly type: string; readonly text: string } => {
  let text = '';
  const written = type.replace(/\(typeof (\w+)\)\[number\]/g, (all, name: string) => {
    const list = find(file, name)?.declaration;
    if (list?.values === undefined) return all;
    text = list.doc.text;
    return list.values.join(' | ');
  });
  return { type: written, text };
};
