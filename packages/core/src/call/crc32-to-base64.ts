/** Returns a CRC32 in S3's form, Base64. */
export const crc32ToBase64 = (crc: number): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc);
  return bytes.toString('base64');
};
