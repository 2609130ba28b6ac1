import type { AwsMember, AwsOperation, SdkSchema } from './aws-operation.ts';
import { camel } from './names.ts';
import type { Plan } from './plan.ts';
import { inputShape, isTagList } from './shape.ts';

/** A valid input and a valid response of an operation, as source text. */
export interface SampleValues {
  readonly input: string;
  readonly response: string;
  /** The value of the identifying member. */
  readonly id: string;
}

/** Returns first values. They have the right types, but not AWS's formats. */
export const sampleValues = (plan: Plan): SampleValues => {
  const { operation, key, knownId, members, takesString } = plan;
  const id = knownId?.sample ?? (key && /url$/i.test(key) ? 'https://example.com/id' : 'id-1');
  const others = members
    .filter(({ required, name }) => required && name !== 'Filters' && camel(name) !== key)
    .map((member) => `${camel(member.name)}: ${inputValue(member, operation)}`);
  const all = [...(key ? [`${key}: '${id}'`] : []), ...others];
  const input = takesString ? `'${id}'` : all.length > 0 ? `{ ${all.join(', ')} }` : '{}';
  return { input, response: responseOf(plan, id), id };
};

const responseOf = ({ operation, key, result }: Plan, id: string): string => {
  if (!result) return '{}';
  // An existing schema may require structures too.
  const depth = result.known ? 3 : 0;
  const lines = result.members.flatMap((member) =>
    camel(member.name) === key ? [`${member.name}: '${id}'`] : lineOf(member, operation, depth),
  );
  const item = lines.length > 0 ? `{ ${lines.join(', ')} }` : '{}';
  const parent = operation.output.find(({ name }) => name === result.parent);
  if (!parent) return item;
  return `{ ${parent.name}: ${parent.schema.isListSchema() ? `[${item}]` : item} }`;
};

const time = "'2026-11-01T10:00:00Z'";

const lineOf = ({ name, schema, type }: AwsMember, operation: AwsOperation, depth: number): readonly string[] => {
  // Some times are strings in AWS's model.
  const isTime = schema.isStringSchema() && /(Date|Time)$/.test(name);
  const value = isTime ? time : valueOf(schema, type, operation, depth);
  return value === undefined ? [] : [`${name}: ${value}`];
};

const valueOf = (schema: SdkSchema, type: string, operation: AwsOperation, depth: number): string | undefined => {
  if (schema.isBlobSchema()) return undefined;
  if (schema.isBooleanSchema()) return 'true';
  if (schema.isNumericSchema()) return '1';
  if (schema.isTimestampSchema()) return time;
  if (schema.isStringSchema()) return `'${enumValue(operation.exports[type]) ?? 'text'}'`;
  if (depth === 0 || !schema.isStructSchema()) return undefined;
  const lines = operation.membersOf(schema).flatMap((member) => lineOf(member, operation, depth - 1));
  return lines.length > 0 ? `{ ${lines.join(', ')} }` : undefined;
};

const enumValue = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null
    ? Object.values(value).find((each) => typeof each === 'string')
    : undefined;

const inputValue = (member: AwsMember, operation: AwsOperation): string => {
  const { schema } = member;
  const { type } = inputShape(member, operation);
  if (type.startsWith("'")) return type.split(' | ')[0] ?? type;
  if (schema.isBooleanSchema()) return 'true';
  if (schema.isNumericSchema()) return '1';
  if (schema.isTimestampSchema()) return 'new Date(0)';
  if (schema.isBlobSchema()) return 'new Uint8Array()';
  if (schema.isListSchema()) return isTagList(member, operation) ? '{}' : '[]';
  return schema.isStringSchema() ? "'text'" : '{}';
};
