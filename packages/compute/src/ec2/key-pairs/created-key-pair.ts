import { type AwsResource, optionalString, resource, type Schema, tags, type Tags, z } from '@arch/core/builder';
import { KeyPair$ } from '@aws-sdk/client-ec2';

/** What EC2 says of a key pair that it has just made. */
export interface CreatedKeyPair extends AwsResource {
  /** e.g. `key-0123456789abcdef0`. */
  readonly keyPairId: string;
  readonly keyName: string;
  readonly keyFingerprint?: string | undefined;
  readonly tags: Tags;
  /** The private key as PEM or PPK text. AWS shows it this once. Not enumerable: it gets into no log and no JSON by accident. */
  readonly privateKey: string;
}

/** EC2's answer, the private key among the rest. */
export interface KeyPairWithMaterial extends Omit<CreatedKeyPair, 'privateKey'> {
  readonly keyMaterial: string;
}

/** Parses EC2's answer, the private key as a member like the others. */
export const keyPairWithMaterial = (): Schema<KeyPairWithMaterial> =>
  resource<KeyPairWithMaterial>(KeyPair$, {
    keyPairId: z.string(),
    keyName: z.string(),
    keyFingerprint: optionalString(),
    tags: tags(),
    keyMaterial: z.string(),
  });

/** Moves the private key to where it is not shown. */
export const hidePrivateKey = ({ keyMaterial, ...shown }: KeyPairWithMaterial, aws: object): CreatedKeyPair => {
  const { KeyMaterial: _secret, ...rest } = aws as { readonly KeyMaterial?: string };
  return Object.defineProperties(shown, {
    aws: { value: rest, enumerable: false },
    privateKey: { value: keyMaterial, enumerable: false },
  }) as unknown as CreatedKeyPair;
};
