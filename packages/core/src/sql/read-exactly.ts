/**
 * Lets the SDK read the whole numbers of a member as bigints, with all of their digits. AWS's models call whole numbers of 64 bits numbers,
 * for which the SDK would take the nearest that JavaScript has. Call it before the structure is read for the first time.
 */
export const readExactly = (structure: object, member: string): void => {
  const [, , name, , members, schemas] = structure as SdkStructure;
  const index = members.indexOf(member);
  if (index < 0) throw new TypeError(`${name} has no member ${member}, only ${members.join(', ')}.`);
  const schema = targetOf(schemas[index]);
  schemas[index] = isList(schema) ? (): SdkList => [...schema.slice(0, 4), bigInteger] : bigInteger;
};

/** How the SDK writes a structure down: https://github.com/smithy-lang/smithy-typescript, `@smithy/types`, `StaticStructureSchema`. */
type SdkStructure = readonly [kind: number, space: string, name: string, traits: unknown, string[], unknown[]];
/** The same of a list: kind, space, name, traits and what is in it. */
type SdkList = readonly unknown[];

const listKind = 1;
const bigInteger = 17;

/** A schema stands there itself, as a function that gives it, or as such a function beside its traits. */
const targetOf = (reference: unknown): unknown => {
  const [first] = Array.isArray(reference) ? (reference as readonly unknown[]) : [reference];
  return typeof first === 'function' ? (first as () => unknown)() : reference;
};

const isList = (schema: unknown): schema is SdkList => Array.isArray(schema) && schema[0] === listKind;
