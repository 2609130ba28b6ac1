/** Returns the length of a value as JSON, which is about the length of AWS's form. Counts bytes as Base64, and bigints as digits. */
export const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value, asText) ?? '');

const asText = (_name: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return String(value);
  return ArrayBuffer.isView(value) ? 'x'.repeat(Math.ceil(value.byteLength / 3) * 4) : value;
};
