import { secret, z } from '@arch/core/builder';

/** The schema of bytes as base64, which it decodes. Errors do not quote the text, because data can be secret. */
export const eventBytes = (): z.ZodMiniType<Uint8Array> =>
  secret(
    z.pipe(
      z.string().check(z.refine(isBase64, { error: 'base64' })),
      z.transform((text: string) => new Uint8Array(Buffer.from(text, 'base64'))),
    ) as unknown as z.ZodMiniType<Uint8Array>,
  );

/** Whether text is base64. Node.js skips invalid characters, so the result then has fewer bytes than the length of the text requires. */
export const isBase64 = (text: string): boolean => {
  const { length } = text.replace(/={1,2}$/, '');
  return length % 4 !== 1 && decodedLength(text) === Math.floor((length * 3) / 4);
};

const decodedLength = (text: string): number => Buffer.from(text, 'base64').length;
