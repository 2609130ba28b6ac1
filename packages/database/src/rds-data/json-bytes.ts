/** The length of a value as JSON, about as long as AWS's form of it. Bytes count as base64, bigints as their digits. */
export const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value, asText) ?? '');

const asText = (_name: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return String(value);
  return ArrayBuffer.isView(value) ? 'x'.repeat(Math.ceil(value.byteLength / 3) * 4) : value;
};
