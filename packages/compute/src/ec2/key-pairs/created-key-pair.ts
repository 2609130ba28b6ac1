import { type AwsResource, optionalString, resource, type Schema, tags, type Tags, z } from '@arch/core/builder';
import { KeyPair$ } from '@aws-sdk/client-ec2';

/** A new key pair with its private key. */
export interface CreatedKeyPair extends AwsResource {
  /** The ID of the key pair, e.g. `key-0123456789abcdef0`. */
  readonly keyPairId: string;
  /** The name of the key pair. */
  readonly keyName: string;
  /** The SHA-1 digest of an RSA private key, or the SHA-256 digest of an ED25519 key. */
  readonly keyFingerprint?: string | undefined;
  /** The tags, by key. */
  readonly tags: Tags;
  /**
   * The private key as PEM or PPK text, which AWS returns only once. Not enumerable, so that logs and JSON do not contain it by accident.
   */
  readonly privateKey: string;
}

/** EC2's response with the private key. */
export interface KeyPairWithMaterial extends Omit<CreatedKeyPair, 'privateKey'> {
  /** The private key as PEM or PPK text. */
  readonly keyMaterial: string;
}

/** Parses EC2's response with the private key. */
export const keyPairWithMaterial = (): Schema<KeyPairWithMaterial> =>
  resource<KeyPairWithMaterial>(KeyPair$, {
    keyPairId: z.string(),
    keyName: z.string(),
    keyFingerprint: optionalString(),
    tags: tags(),
    keyMaterial: z.string(),
  });

/** Moves the private key to a member that is not enumerable. */
export const hidePrivateKey = ({ keyMaterial, ...shown }: KeyPairWithMaterial, aws: object): CreatedKeyPair => {
  const { KeyMaterial: _secret, ...rest } = aws as { readonly KeyMaterial?: string };
  return Object.defineProperties(shown, {
    aws: { value: rest, enumerable: false },
    privateKey: { value: keyMaterial, enumerable: false },
  }) as unknown as CreatedKeyPair;
};
