/** A result that can be compared: streams are read to their end, and the structure that AWS sent (`aws`) is looked at too. */
export const plainResult = async (value: unknown): Promise<unknown> => {
  if (value === null || typeof value !== 'object' || value instanceof Date || value instanceof Uint8Array) return value;
  if (Symbol.asyncIterator in value) return readAll(value as AsyncIterable<unknown>);
  if (Array.isArray(value)) return Promise.all(value.map(plainResult));
  if (value instanceof Map || value instanceof Set) return Promise.all([...value].map(plainResult));
  const plain: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) plain[name] = await plainResult(member);
  const { aws } = value as { readonly aws?: object };
  return aws === undefined ? plain : { ...plain, aws: membersOf(aws) };
};

/** What AWS sent, without the SDK's notes on the request and without streams, of which the result has its own. */
const membersOf = (aws: object): object =>
  Object.fromEntries(
    Object.entries(aws).filter(
      ([name, value]) => name !== '$metadata' && !(Object(value) === value && Symbol.asyncIterator in value),
    ),
  );

const readAll = async (values: AsyncIterable<unknown>): Promise<unknown> => {
  const read: unknown[] = [];
  for await (const value of values) read.push(value);
  return read.every((value) => value instanceof Uint8Array) ? Buffer.concat(read).toString('latin1') : read;
};
