import { NormalizedSchema } from '@smithy/core/schema';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { checkWire } from '../http/check-wire.js';
import { membersOf } from '../schema/structure.js';
import { type CommandType, schemaOf } from './command-type.js';

/** What the request of an operation is made from. */
export interface RequestMaker {
  readonly name: string;
  readonly command: CommandType;
  readonly request?: ((input: never) => unknown) | undefined;
}

/**
 * Writes an input in AWS's words: each member under AWS's member of the same name, ignoring case, nested structures included; then what
 * `request` departs in; then what the caller said in AWS's words. Texts that become headers are checked, or encoded.
 */
export const toRequest = ({ name, command, request }: RequestMaker, input: object): object => {
  const schema = NormalizedSchema.of(schemaOf(command).input as never);
  const { aws = {}, ...own } = input as Record<string, unknown>;
  const further = aws as Record<string, unknown>;
  checkFurther(name, schema, further);
  const wire: Record<string, unknown> = {
    ...toStructure(schema, own),
    ...(request?.(input as never) as object | undefined),
    ...further,
  };
  const nameOf = (awsName: string): string => callersName(awsName, { own, further, value: wire[awsName] });
  return checkWire(schema, wire, { operation: name, nameOf });
};

interface Named {
  readonly own: Readonly<Record<string, unknown>>;
  readonly further: Readonly<Record<string, unknown>>;
  readonly value: unknown;
}

/** What the caller of a function calls a member of AWS's: by the rule of names, or what has gone out under another name. */
const callersName = (awsName: string, { own, further, value }: Named): string => {
  if (awsName in further) return `aws.${awsName}`;
  const byRule = Object.keys(own).find((name) => name.toLowerCase() === awsName.toLowerCase());
  const byValue = Object.keys(own).find((name) => own[name] === value);
  return byRule ?? byValue ?? awsName.charAt(0).toLowerCase() + awsName.slice(1);
};

/** Refuses members in AWS's words that AWS does not have: for tasks, which send something else before the request that takes them. */
export const checkAwsMembers = (
  name: string,
  command: CommandType,
  aws: Readonly<Record<string, unknown>> = {},
): void => checkFurther(name, NormalizedSchema.of(schemaOf(command).input as never), aws);

const checkFurther = (name: string, schema: NormalizedSchema, further: Readonly<Record<string, unknown>>): void => {
  const known = [...membersOf(schema).values()].map((member) => member.name);
  for (const member of Object.keys(further)) {
    if (known.includes(member)) continue;
    throw new InvalidInputError(
      `${name}: aws.${member} is not a member of AWS's request; it has ${known.join(', ')}.`,
      {
        operation: name,
      },
    );
  }
};

const toStructure = (schema: NormalizedSchema, value: Record<string, unknown>): Record<string, unknown> => {
  const members = membersOf(schema);
  const structure: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) {
    const member = each === undefined ? undefined : members.get(name.toLowerCase());
    if (member) structure[member.name] = toWire(member.schema, each);
  }
  return structure;
};

const toWire = (schema: NormalizedSchema, value: unknown): unknown => {
  if (schema.isListSchema() && Array.isArray(value)) return value.map((item) => toWire(schema.getValueSchema(), item));
  if (!isPlainObject(value)) return value;
  if (schema.isStructSchema()) return toStructure(schema, value);
  if (!schema.isMapSchema()) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toWire(schema.getValueSchema(), item)]));
};

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));
