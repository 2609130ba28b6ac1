/** The reversed polynomial of CRC32. */
const polynomial = 0xed_b8_83_20;

/** Multiplies two polynomials modulo the polynomial of CRC32. The highest bit is the coefficient of x⁰. */
const multiply = (one: number, other: number): number => {
  let product = 0;
  let factor = other;
  for (let bit = 0x80_00_00_00; bit !== 0; bit >>>= 1) {
    if ((one & bit) !== 0) product ^= factor;
    factor = (factor & 1) === 0 ? factor >>> 1 : (factor >>> 1) ^ polynomial;
  }
  return product >>> 0;
};

/** Returns x to the power of 8 × `bytes`: the factor by which so many further bytes shift a CRC. */
const shiftOf = (bytes: number): number => {
  let shift = 0x80_00_00_00;
  // x⁸, and then its squares.
  let square = 0x00_80_00_00;
  for (let left = bytes; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) shift = multiply(square, shift);
    square = multiply(square, square);
  }
  return shift;
};

/**
 * Returns a function that returns the CRC32 of two contents in a row, from the CRC32 of each and the length of the second. It keeps the last
 * length, because most parts of an object have the same.
 */
export const crc32Combiner = (): ((first: number, second: number, secondBytes: number) => number) => {
  let known = { bytes: 0, shift: shiftOf(0) };
  return (first, second, secondBytes) => {
    if (known.bytes !== secondBytes) known = { bytes: secondBytes, shift: shiftOf(secondBytes) };
    return (multiply(known.shift, first) ^ second) >>> 0;
  };
};
