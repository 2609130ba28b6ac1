import type { AwsMember, AwsOperation, SdkSchema } from './aws-operation.ts';

/** The text of a member in an interface and in a schema. */
export interface Shape {
  readonly type: string;
  readonly zod: string;
  /** The decision about the member that the author must make. */
  readonly open?: string | undefined;
}

/** Returns the text of an input's member, from the SDK's runtime schema. */
export const inputShape = (member: AwsMember, { exports }: AwsOperation): Shape => {
  const values = enumValues(exports[member.type]);
  if (values.length > 0 && values.length <= 8) {
    const listed = values.map((value) => `'${value}'`);
    return { type: listed.join(' | '), zod: `z.enum([${listed.join(', ')}])` };
  }
  return shapeOf(member.schema, member.name);
};

const enumValues = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.values(value).filter((each) => typeof each === 'string')
    : [];

const shapeOf = (schema: SdkSchema, name: string): Shape => {
  if (schema.isBooleanSchema()) return { type: 'boolean', zod: 'z.boolean()' };
  if (schema.isNumericSchema())
    return {
      type: 'number',
      zod: 'z.number()',
      open: `z.int(), least, greatest, and the unit in the name where ${name} has none`,
    };
  if (schema.isTimestampSchema()) return { type: 'Date', zod: 'z.date()' };
  if (schema.isBlobSchema()) return { type: 'Uint8Array', zod: 'z.instanceof(Uint8Array)' };
  if (schema.isListSchema()) {
    const { type, zod, open } = shapeOf(schema.getValueSchema(), name);
    return {
      type: `readonly ${/[|&]|^readonly /.test(type) ? `(${type})` : type}[]`,
      zod: `z.array(${zod})`,
      open: open ?? 'how many',
    };
  }
  if (schema.isMapSchema()) {
    const { type, zod, open } = shapeOf(schema.getValueSchema(), name);
    return { type: `Readonly<Record<string, ${type}>>`, zod: `z.record(z.string(), ${zod})`, open };
  }
  if (schema.isStructSchema()) {
    const open = `the members of ${schema.getName() ?? 'the structure'}, flat where one counts; or leave it out, callers can say it in aws`;
    return { type: 'Readonly<Record<string, unknown>>', zod: 'z.record(z.string(), z.unknown())', open };
  }
  if (schema.isStringSchema())
    return { type: 'string', zod: 'z.string()', open: 'the format or length that AWS documents' };
  return { type: 'unknown', zod: 'z.unknown()', open: 'its type' };
};

/** Returns the text of a response's member; `undefined` for a structure, which the author must write. */
export const outputShape = (schema: SdkSchema, required: boolean): Shape | undefined => {
  if (schema.isListSchema() && schema.getValueSchema().isStringSchema())
    return { type: 'readonly string[]', zod: 'list(z.string())' };
  if (schema.isListSchema() || schema.isMapSchema() || schema.isStructSchema() || schema.isStreaming())
    return undefined;
  if (schema.isStringSchema()) return { type: 'string', zod: required ? 'z.string()' : 'optionalString()' };
  const { type, zod } = shapeOf(schema, '');
  return { type, zod: required ? zod : `z.optional(${zod})` };
};

/** Whether a member is a list of `Key` and `Value`, and nothing else. */
export const isTagList = ({ name, schema }: AwsMember, operation: AwsOperation): boolean => {
  if (name !== 'Tags' || !schema.isListSchema()) return false;
  const members = operation.membersOf(schema.getValueSchema()).map((member) => member.name);
  return members.sort().join(' ') === 'Key Value';
};

/** Whether a member is a list of filters with any names. If the names are a closed set, their type is an enum. */
export const isFilterList = ({ name, schema }: AwsMember, operation: AwsOperation): boolean => {
  if (name !== 'Filters' || !schema.isListSchema()) return false;
  const members = operation.membersOf(schema.getValueSchema());
  return (
    members.some((member) => member.name === 'Name' && member.type === 'string') &&
    members.some((member) => member.name === 'Values')
  );
};
