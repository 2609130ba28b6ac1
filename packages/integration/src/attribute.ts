import { type from, jsonText, type z } from '@arch/core/builder';

/** A schema that reads one entry of a map. */
export type AttributeField<Value> = ReturnType<typeof from<Value>>;

/**
 * Reads one entry of `Attributes`, in which SQS and SNS return the attributes of a queue, a topic or a message as strings by name. An empty
 * string is read as absent.
 */
export const attribute = <Value>(
  name: string,
  type: z.ZodMiniType<Value>,
  convert: (text: string) => unknown = String,
): AttributeField<Value> => ({
  path: 'Attributes',
  type,
  read: (attributes) => {
    const text = (attributes as Readonly<Record<string, string>> | undefined)?.[name];
    return text === undefined || text === '' ? undefined : convert(text);
  },
});

export const isTrue = (text: string): boolean => text === 'true';

export const fromSeconds = (text: string): Date => new Date(Number(text) * 1_000);

export const fromMilliseconds = (text: string): Date => new Date(Number(text));

/** Returns text that is not JSON unchanged. The schema then reports that it is not an object. */
export const fromJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Converts values to strings, and objects to JSON. Absent values are omitted. Errors name the input member after the attribute. */
export const toAttributes = (
  operation: string,
  values: Readonly<Record<string, string | number | boolean | object | undefined>>,
): Record<string, string> | undefined => {
  const entries = Object.entries(values).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [
          [
            name,
            typeof value === 'object' ? jsonText(value, { operation, place: memberOf(name) }) : String(value),
          ] as const,
        ],
  );
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
};

const memberOf = (name: string): string => name.replace(/^[A-Z]/, (first) => first.toLowerCase());
