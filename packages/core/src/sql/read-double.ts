/** A number of a structure that is read exactly: where a double has fewer digits than the text, the SDK keeps the text, and this rounds it. */
export const readDouble = (value: unknown): number => Number(value);
