/** Reads an integer: as a bigint if a JavaScript number would round it. */
export const readInteger = (value: number | bigint | string): number | bigint => {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : BigInt(value);
};
