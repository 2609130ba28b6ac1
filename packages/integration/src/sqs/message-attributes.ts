import { secret, z } from '@arch/core/builder';

import type { AttributeField } from '../attribute.js';

/** The value of a message attribute. A number is sent with the data type `Number`, a `Uint8Array` with `Binary`. */
export type MessageAttributeValue = string | number | Uint8Array;

/** Message attributes by name: metadata that is sent with the body. */
export type MessageAttributes = Readonly<Record<string, MessageAttributeValue>>;

/** AWS's form of a message attribute. */
export interface AwsMessageAttribute {
  readonly DataType: string;
  readonly StringValue?: string;
  readonly BinaryValue?: Uint8Array;
}

/** The schema of message attributes in an input. */
export const messageAttributes = (most: number): z.ZodMiniType<MessageAttributes> =>
  secret(
    z.custom<MessageAttributes>(
      (value) => isRecordOf(isValue)(value) && Object.keys(value as object).length <= most,
      `an object of at most ${most} non-empty strings, numbers or Uint8Arrays, ${namesRule}`,
    ),
  );

/** The rule for names of attributes. It completes a sentence. */
export const namesRule =
  'whose names have 1–256 letters, digits, _, - and single dots inside, and do not begin with "AWS." or "Amazon."';

/** Whether a value is an object of valid values whose names SQS and SNS accept. */
export const isRecordOf =
  (isValid: (value: unknown) => boolean) =>
  (record: unknown): boolean =>
    typeof record === 'object' &&
    record !== null &&
    !Array.isArray(record) &&
    Object.entries(record).every(
      ([name, value]) => /^(?!aws\.|amazon\.)[\w-]+(?:\.[\w-]+)*$/i.test(name) && name.length <= 256 && isValid(value),
    );

/** Whether SQS and SNS accept a value as the value of an attribute. */
export const isValue = (value: unknown): boolean =>
  typeof value === 'string' || value instanceof Uint8Array ? value.length > 0 : Number.isFinite(value);

/** Converts attributes to AWS's form. */
export const toAwsAttributes = (
  attributes: MessageAttributes | undefined,
): Record<string, AwsMessageAttribute> | undefined =>
  attributes && Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, toAwsAttribute(value)]));

/** Converts one attribute to AWS's form. */
export const toAwsAttribute = (value: MessageAttributeValue): AwsMessageAttribute => {
  if (value instanceof Uint8Array) return { DataType: 'Binary', BinaryValue: value };
  return { DataType: typeof value === 'number' ? 'Number' : 'String', StringValue: String(value) };
};

/** The size of attributes in bytes, as AWS calculates it: names, types and values. */
export const attributeBytes = (attributes: Readonly<Record<string, AwsMessageAttribute>> = {}): number =>
  Object.entries(attributes).reduce(
    (sum, [name, { DataType, StringValue = '', BinaryValue }]) =>
      sum + name.length + DataType.length + Buffer.byteLength(StringValue) + (BinaryValue?.byteLength ?? 0),
    0,
  );

/** Reads the attributes of a message. A number that JavaScript cannot represent exactly stays a string. */
export const attributeRecord = (): AttributeField<MessageAttributes> => ({
  path: 'MessageAttributes',
  type: z.record(z.string(), z.union([z.string(), z.number(), z.instanceof(Uint8Array)])) as never,
  read: (attributes) =>
    Object.fromEntries(
      Object.entries((attributes ?? {}) as Record<string, AwsMessageAttribute>).map(([name, each]) => [
        name,
        valueOf(each),
      ]),
    ),
});

const valueOf = ({ DataType, StringValue, BinaryValue }: AwsMessageAttribute): MessageAttributeValue | undefined => {
  const isExact = DataType.startsWith('Number') && String(Number(StringValue)) === StringValue;
  return isExact ? Number(StringValue) : (StringValue ?? BinaryValue);
};
