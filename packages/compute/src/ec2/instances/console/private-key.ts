import { nodeCrypto, secret, z } from '@arch/core/builder';

/** Checks an RSA private key in PEM format. Errors never quote it. */
export const privateKey = (): z.ZodMiniType<string> =>
  secret(
    z.custom<string>(
      isRsaKey,
      'an RSA private key without a passphrase, as PEM text (BEGIN RSA PRIVATE KEY or BEGIN PRIVATE KEY)',
    ),
  );

const isRsaKey = (value: unknown): boolean => {
  try {
    return typeof value === 'string' && nodeCrypto().createPrivateKey(value).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
};

/**
 * Decrypts a text that was encrypted with RSA and PKCS #1 v1.5. Returns `undefined` if the key does not match. The padding is removed here
 * and not by OpenSSL, which returns random text for a wrong key as a defense against repeated queries. Nobody can repeat queries here.
 * https://www.rfc-editor.org/rfc/rfc8017#section-7.2.2
 */
export const decrypt = (base64: string, key: string): string | undefined => {
  try {
    const { constants, privateDecrypt } = nodeCrypto();
    const block = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, Buffer.from(base64, 'base64'));
    const end = block.indexOf(0, 2);
    if (block[0] !== 0 || block[1] !== 2 || end < 10) return undefined;
    return new TextDecoder('utf-8', { fatal: true }).decode(block.subarray(end + 1));
  } catch {
    // A key of another size cannot decrypt the block. The cause is dropped, because it may describe the key.
    return undefined;
  }
};
