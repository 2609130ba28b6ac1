/**
 * Compares two paths or keys in the order in which S3 lists keys: by their UTF-8 bytes. JavaScript compares UTF-16 code units, whose order is
 * another one for characters above U+FFFF.
 */
export const comparePaths = (one: string, other: string): number => {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) {
    const [left, right] = [one.charCodeAt(at), other.charCodeAt(at)];
    if (left !== right) return rankOf(left) - rankOf(right);
  }
  return one.length - other.length;
};

/** Moves surrogates, which stand for characters above U+FFFF, behind all other code units. */
const rankOf = (unit: number): number => {
  if (unit < 0xd8_00) return unit;
  return unit < 0xe0_00 ? unit + 0x20_00 : unit - 0x8_00;
};
