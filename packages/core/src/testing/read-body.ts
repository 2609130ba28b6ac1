/** Reads the whole body of a request, also of a stream: AWS reads it before it responds. */
export const readBody = async (body: unknown): Promise<string | Uint8Array> => {
  if (body === undefined || body === null) return '';
  // The SDK's JSON bodies are Uint8Arrays with string methods that print a warning.
  if (body instanceof Uint8Array && 'startsWith' in body) return Buffer.from(bytesOf(body)).toString('utf8');
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body as AsyncIterable<Uint8Array | string>) chunks.push(Buffer.from(chunk as Uint8Array));
  return new Uint8Array(Buffer.concat(chunks));
};

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
