/**
 * Makes the SDK read the integers of a member as bigints, without rounding. By default, the SDK rounds 64-bit integers to JavaScript numbers.
 * Call it before the structure is read for the first time.
 */
export const readExactly = (structure: object, member: string): void => {
  const [, , name, , members, schemas] = structure as SdkStructure;
  const index = members.indexOf(member);
  if (index < 0) throw new TypeError(`${name} has no member ${member}: the members are ${members.join(', ')}.`);
  const schema = targetOf(schemas[index]);
  schemas[index] = isList(schema) ? (): SdkList => [...schema.slice(0, 4), bigInteger] : bigInteger;
};

/** The SDK's form of a structure: https://github.com/smithy-lang/smithy-typescript, `@smithy/types`, `StaticStructureSchema`. */
type SdkStructure = readonly [kind: number, space: string, name: string, traits: unknown, string[], unknown[]];
/** The SDK's form of a list: kind, space, name, traits and item schema. */
type SdkList = readonly unknown[];

const listKind = 1;
const bigInteger = 17;

/** A reference is a schema, a function that returns it, or an array of such a function and traits. */
const targetOf = (reference: unknown): unknown => {
  const [first] = Array.isArray(reference) ? (reference as readonly unknown[]) : [reference];
  return typeof first === 'function' ? (first as () => unknown)() : reference;
};

const isList = (schema: unknown): schema is SdkList => Array.isArray(schema) && schema[0] === listKind;
