/** A result that can be compared: streams are read to their end, and the structure that AWS sent (`aws`) is looked at too. */
export const plainResult = async (value: unknown): Promise<unknown> => {
  if (typeof value === 'string') return value.replace(newInEachCall, '<new>');
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  // Some dates are counted from now, and the clock goes on from call to call.
  if (value instanceof Date) return value.toISOString().slice(0, 'yyyy-mm-dd'.length);
  if (Symbol.asyncIterator in value) return plainItems(await Array.fromAsync(value as AsyncIterable<unknown>));
  if (Array.isArray(value) || value instanceof Map || value instanceof Set) return plainItems([...value]);
  const plain: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) plain[name] = await plainResult(member);
  const { aws } = value as { readonly aws?: object };
  return aws === undefined ? plain : { ...plain, aws: membersOf(aws) };
};

/** Request IDs, and what a function adds to a name to make it a new one. */
const newInEachCall = /^0{8}-0000-4000-8000-\d{12}$|(?<=-)[0-9a-f]{12}$/;

/** The pieces of a stream of bytes depend on how they arrive; its bytes do not. */
const plainItems = async (items: readonly unknown[]): Promise<unknown> =>
  items.length > 0 && items.every((item) => item instanceof Uint8Array)
    ? Buffer.concat(items).toString('latin1')
    : Promise.all(items.map(plainResult));

/** What AWS sent, without the SDK's notes on the request and without streams, of which the result has its own. */
const membersOf = (aws: object): object =>
  Object.fromEntries(
    Object.entries(aws).filter(
      ([name, value]) => name !== '$metadata' && !(Object(value) === value && Symbol.asyncIterator in value),
    ),
  );
