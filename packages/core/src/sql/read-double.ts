/** Reads a double. After `readExactly`, the SDK returns a number with too many digits as text, which is rounded here. */
export const readDouble = (value: unknown): number => Number(value);
