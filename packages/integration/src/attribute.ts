import { type from, jsonText, type z } from '@arch/core/builder';

/** How one entry of a map is read. */
export type AttributeField<Value> = ReturnType<typeof from<Value>>;

/**
 * Reads one entry of `Attributes`: SQS and SNS say what they know of a queue, a topic or a message as texts by name. An entry that is not
 * there, or is empty, is absent.
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

/** What is no JSON stays a text: the schema then says that it is no object. */
export const fromJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** The values of a map of texts; what is absent is left out. An object is the input member of the same name, and goes out as JSON. */
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
