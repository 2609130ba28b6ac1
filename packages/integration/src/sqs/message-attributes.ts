import { secret, z } from '@arch/core/builder';

import type { AttributeField } from '../attribute.js';

/** A value beside a message's body. A number goes out as SQS's type `Number`, bytes as `Binary`. */
export type MessageAttributeValue = string | number | Uint8Array;

/** What a message carries beside its body, by name. */
export type MessageAttributes = Readonly<Record<string, MessageAttributeValue>>;

/** AWS's form of a message attribute. */
export interface AwsMessageAttribute {
  readonly DataType: string;
  readonly StringValue?: string;
  readonly BinaryValue?: Uint8Array;
}

/** Attributes of a message in an input. */
export const messageAttributes = (most: number): z.ZodMiniType<MessageAttributes> =>
  secret(
    z.custom<MessageAttributes>(
      (value) => isRecordOf(isValue)(value) && Object.keys(value as object).length <= most,
      `an object of at most ${most} strings, numbers or Uint8Arrays that are not empty; ${namesRule}`,
    ),
  );

/** How attributes may be called, in words. */
export const namesRule =
  'names have 1–256 letters, digits, _, - and single dots inside, and do not begin with AWS. or Amazon.';

/** Whether it is a record of such values under names that SQS and SNS take. */
export const isRecordOf =
  (isGood: (value: unknown) => boolean) =>
  (record: unknown): boolean =>
    typeof record === 'object' &&
    record !== null &&
    !Array.isArray(record) &&
    Object.entries(record).every(
      ([name, value]) => /^(?!aws\.|amazon\.)[\w-]+(?:\.[\w-]+)*$/i.test(name) && name.length <= 256 && isGood(value),
    );

/** Whether SQS and SNS take it as the value of an attribute. */
export const isValue = (value: unknown): boolean =>
  typeof value === 'string' || value instanceof Uint8Array ? value.length > 0 : Number.isFinite(value);

/** The attributes in AWS's words; `undefined` where there are none. */
export const toAwsAttributes = (
  attributes: MessageAttributes | undefined,
): Record<string, AwsMessageAttribute> | undefined =>
  attributes && Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, toAwsAttribute(value)]));

/** One attribute in AWS's words. */
export const toAwsAttribute = (value: MessageAttributeValue): AwsMessageAttribute => {
  if (value instanceof Uint8Array) return { DataType: 'Binary', BinaryValue: value };
  return { DataType: typeof value === 'number' ? 'Number' : 'String', StringValue: String(value) };
};

/** The bytes by which AWS counts attributes into a message: names, types and values. */
export const attributeBytes = (attributes: Readonly<Record<string, AwsMessageAttribute>> = {}): number =>
  Object.entries(attributes).reduce(
    (sum, [name, { DataType, StringValue = '', BinaryValue }]) =>
      sum + name.length + DataType.length + Buffer.byteLength(StringValue) + (BinaryValue?.byteLength ?? 0),
    0,
  );

/** Reads the attributes of a message; a number that JavaScript cannot hold exactly stays a text. */
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
