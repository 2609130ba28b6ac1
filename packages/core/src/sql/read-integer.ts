/** A whole number: a bigint where a number of JavaScript would round it. */
export const readInteger = (value: number | bigint | string): number | bigint => {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : BigInt(value);
};
