import { secret, z } from '@arch/core/builder';

/** Bytes as base64, decoded. Text that is not base64 is rejected, and not quoted: data can be secret. */
export const eventBytes = (): z.ZodMiniType<Uint8Array> =>
  secret(
    z.pipe(
      z.string().check(z.refine(isBase64, { error: 'base64' })),
      z.transform((text: string) => new Uint8Array(Buffer.from(text, 'base64'))),
    ) as unknown as z.ZodMiniType<Uint8Array>,
  );

/** Whether a text is base64. Node.js skips other characters, so that fewer bytes are left than the length of the text requires. */
export const isBase64 = (text: string): boolean => {
  const { length } = text.replace(/={1,2}$/, '');
  return length % 4 !== 1 && decodedLength(text) === Math.floor((length * 3) / 4);
};

const decodedLength = (text: string): number => Buffer.from(text, 'base64').length;
