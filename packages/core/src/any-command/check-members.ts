import type { NormalizedSchema } from '@smithy/core/schema';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { describeUnknownMember, joinIssues } from '../schema/describe-issues.js';
import { pathText } from '../schema/path-text.js';
import { membersOf } from '../schema/structure.js';

type Path = readonly PropertyKey[];

/** Refuses members that AWS's request does not have, wherever they stand in it, and suggests those that may be meant. */
export const checkMembers = (name: string, schema: NormalizedSchema, input: object): void => {
  const problems = [...problemsIn(schema, input, [])];
  if (problems.length > 0)
    throw new InvalidInputError(`${name}: ${joinIssues(problems.map((message) => ({ path: [], message })))}`, {
      operation: name,
    });
};

/** More levels than any of AWS's structures has; a value that contains itself ends here. */
const deepest = 40;

function* problemsIn(schema: NormalizedSchema, value: unknown, path: Path): Generator<string, void, undefined> {
  if (path.length > deepest || typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  if (schema.isListSchema() && Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* problemsIn(schema.getValueSchema(), item, [...path, index]);
  } else if (schema.isMapSchema()) {
    for (const [key, item] of Object.entries(value)) yield* problemsIn(schema.getValueSchema(), item, [...path, key]);
  } else if (schema.isStructSchema() && !schema.isStreaming()) {
    yield* problemsOf(schema, value, path);
  }
}

function* problemsOf(schema: NormalizedSchema, value: object, path: Path): Generator<string, void, undefined> {
  const members = membersOf(schema);
  for (const [name, each] of Object.entries(value)) {
    const member = members.get(name.toLowerCase());
    if (member?.name === name) yield* problemsIn(member.schema, each, [...path, name]);
    // The SDK's name for a variant of a union that its version does not know.
    else if (each !== undefined && !(name === '$unknown' && schema.isUnionSchema())) {
      yield problem(schema, [...path, name]);
    }
  }
}

const problem = (schema: NormalizedSchema, path: Path): string => {
  const names = [...membersOf(schema).values()].map(({ name }) => name);
  const parent = pathText(path.slice(0, -1));
  return describeUnknownMember(String(path.at(-1)), names, parent && `${parent}.`);
};
