/** Parses a JSON value of a database; integers above 2^53 become bigints. Invalid JSON is returned as text. */
export const readSqlJson = (text: string): unknown => {
  try {
    return longNumber.test(text) ? JSON.parse(text, exactly) : JSON.parse(text);
  } catch {
    return text;
  }
};

// Most texts contain no long number and are parsed twice as fast without the reviver.
const longNumber = /\d{16}/;

const exactly = ((_key: string, value: unknown, { source }: { readonly source?: string }): unknown =>
  typeof value === 'number' && source && !Number.isSafeInteger(value) && /^-?\d+$/.test(source)
    ? BigInt(source)
    : value) as Parameters<typeof JSON.parse>[1];
