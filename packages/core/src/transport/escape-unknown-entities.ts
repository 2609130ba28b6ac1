const unknown = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});)/gi;

/** Escapes all entities of an XML document that XML does not define: the SDK's parser reads `&constructor;` as a member of a JavaScript object. */
export const escapeUnknownEntities = (bytes: Uint8Array): Uint8Array => {
  if (!bytes.includes(38)) return bytes;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const escaped = text.replace(unknown, '&amp;');
  return escaped === text ? bytes : Buffer.from(escaped);
};
