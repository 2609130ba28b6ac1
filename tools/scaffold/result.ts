import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { AwsMember, SdkSchema } from './aws-operation.ts';
import { isStructures, ownOutput } from './form.ts';
import { knownResource, type KnownResource, type Surroundings } from './known.ts';
import { camel, kebab, pascal, singular } from './names.ts';
import { type Named, typeNames } from './operation-name.ts';

/** The result of the function: a structure of AWS's response. */
export interface Result extends KnownResource {
  /** AWS's name of the structure, e.g. `Instance`. */
  readonly structure: string;
  readonly members: readonly AwsMember[];
  /** The member of the response that contains the structure. Absent if the structure is the response itself. */
  readonly parent: string | undefined;
  /** Whether the layer already has a schema of the structure. */
  readonly known: boolean;
}

interface Looked extends Named {
  readonly surroundings: Surroundings;
  /** The name of the function. */
  readonly name: string;
}

/** Finds the result of an operation; `undefined` if it returns nothing. */
export const resultOf = (looked: Looked): Result | undefined => {
  const { operation, surroundings } = looked;
  const { output, response, membersOf, exports, client } = operation;
  const item = itemOf(looked);
  if (!item && ownOutput(operation).length === 0) return undefined;
  const schema: SdkSchema | undefined = item?.schema.isListSchema() ? item.schema.getValueSchema() : item?.schema;
  const name = schema?.getName() ?? response;
  // The SDK exports `_Object$` for a name that exists in JavaScript.
  const structure = [name, `_${name}`].find((each) => `${each}$` in exports);
  if (structure === undefined) throw new Error(`${client} exports no structure ${name}$.`);
  const known = knownResource(surroundings, client, structure);
  const members = schema ? membersOf(schema) : output;
  return {
    structure,
    members,
    parent: item?.name,
    known: known !== undefined,
    ...(known ?? freshType(looked, item, name)),
  };
};

const freshType = (looked: Looked, item: AwsMember | undefined, structure: string): KnownResource => {
  const { place, operation, noun, name } = looked;
  const fileOf = (type: string): string =>
    join(place.root, 'packages', place.layer, 'src', place.folder, `${kebab(type)}.ts`);
  const isTaken = (type: string): boolean => existsSync(fileOf(type)) || kebab(type) === kebab(name);
  const bare = pascal(structure.replace(/(Response|Output|Result)$/, ''));
  const wished = !item && /^(Get|Describe)/.test(operation.name) ? pascal(singular(noun)) : bare;
  const choices = [wished, bare === pascal(name) ? `${bare}Result` : bare, `${pascal(name)}Result`];
  const type = typeNames(choices, looked).find((each) => !isTaken(each));
  if (type === undefined) throw new Error(`${fileOf(wished)} is there already, and reads another structure.`);
  return { type, factory: camel(type), from: `./${kebab(type)}.js` };
};

/** Finds the member of the response that contains the result. */
const itemOf = ({ operation, form, noun }: Looked): AwsMember | undefined => {
  const own = ownOutput(operation);
  const lists = own.filter(isStructures);
  if (form !== 'single') return lists.find(({ name }) => name === noun) ?? lists[0];
  return own.length === 1 && own[0]?.schema.isStructSchema() ? own[0] : undefined;
};
