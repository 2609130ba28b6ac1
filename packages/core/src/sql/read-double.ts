/** A number where integers are read exactly: the SDK then keeps the text of one that has more digits than a double, which this rounds. */
export const readDouble = (value: unknown): number => Number(value);
