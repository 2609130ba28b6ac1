/** Converts a result so that it can be compared: reads streams to their end and includes AWS's structure (`aws`). */
export const plainResult = async (value: unknown): Promise<unknown> => {
  if (typeof value === 'string') return value.replace(newInEachCall, '<new>');
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  // Some dates are relative to the current time, which differs between calls.
  if (value instanceof Date) return value.toISOString().slice(0, 'yyyy-mm-dd'.length);
  if (Symbol.asyncIterator in value) return plainItems(await Array.fromAsync(value as AsyncIterable<unknown>));
  if (Array.isArray(value) || value instanceof Map || value instanceof Set) return plainItems([...value]);
  const plain: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value))
    // The manifest of an archive contains the time of the call, and so its checksums differ between calls.
    plain[name] = name === 'manifest' ? Object.keys(member as object) : await plainResult(member);
  const { aws } = value as { readonly aws?: object };
  return aws === undefined ? plain : { ...plain, aws: membersOf(aws) };
};

/** Request IDs, and random suffixes that a function adds to names. */
const newInEachCall = /^0{8}-0000-4000-8000-\d{12}$|(?<=-)[0-9a-f]{12}$/;

/** Joins the pieces of a stream of bytes, because the pieces depend on the network. */
const plainItems = async (items: readonly unknown[]): Promise<unknown> =>
  items.length > 0 && items.every((item) => item instanceof Uint8Array)
    ? Buffer.concat(items).toString('latin1')
    : Promise.all(items.map(plainResult));

/** Returns AWS's structure without the SDK's metadata and without streams, which the result contains as well. */
const membersOf = (aws: object): object =>
  Object.fromEntries(
    Object.entries(aws).filter(
      ([name, value]) => name !== '$metadata' && !(Object(value) === value && Symbol.asyncIterator in value),
    ),
  );
