import { NormalizedSchema } from '@smithy/core/schema';
import type { SchemaRef } from '@smithy/types';

/** One of the SDK's runtime schemas, e.g. `Instance$`: AWS's member names and their types. */
export type Structure = readonly unknown[];

const cache = new WeakMap<object, ReadonlyMap<string, Member>>();

/** A member of one of AWS's structures. */
export interface Member {
  /** AWS's spelling, e.g. `DBInstanceIdentifier`. */
  readonly name: string;
  readonly schema: NormalizedSchema;
}

/** The members of a structure by lower-case name: our names and AWS's differ only in case. */
export const membersOf = (structure: Structure | NormalizedSchema): ReadonlyMap<string, Member> => {
  const schema = NormalizedSchema.of(structure as SchemaRef);
  const key = schema.getSchema();
  const known = typeof key === 'object' && key !== null ? cache.get(key) : undefined;
  if (known) return known;
  const members = new Map<string, Member>();
  if (schema.isStructSchema()) {
    for (const [name, member] of schema.structIterator()) members.set(name.toLowerCase(), { name, schema: member });
  }
  if (typeof key === 'object' && key !== null) cache.set(key, members);
  return members;
};

/** AWS's spelling of a path such as `state.name`. Throws if AWS has no such member. */
export const resolvePath = (structure: Structure, path: string): readonly string[] => {
  let members = membersOf(structure);
  return path.split('.').map((step) => {
    const member = members.get(step.toLowerCase());
    if (!member) {
      const name = NormalizedSchema.of(structure as SchemaRef).getName();
      throw new TypeError(
        `${name} has no member ${path}: the members are ${[...members.values()].map((each) => each.name).join(', ')}`,
      );
    }
    members = membersOf(member.schema);
    return member.name;
  });
};
