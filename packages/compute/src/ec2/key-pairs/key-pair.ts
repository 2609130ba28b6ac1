import {
  alreadyExists,
  type AwsResource,
  type ErrorTable,
  optionalString,
  notFound,
  type Open,
  openEnum,
  resource,
  type Schema,
  tags,
  type Tags,
  text,
  z,
} from '@arch/core/builder';
import { KeyPairInfo$ } from '@aws-sdk/client-ec2';

/** The types of keys. Windows instances require `rsa`. */
export const keyTypes = ['rsa', 'ed25519'] as const;
/** The type of a key. */
export type KeyType = Open<(typeof keyTypes)[number]>;

/**
 * A key pair: EC2 stores the public key, you store the private key.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_KeyPairInfo.html
 */
export interface KeyPair extends AwsResource {
  /** The ID of the key pair, e.g. `key-0123456789abcdef0`. Absent for very old key pairs. */
  readonly keyPairId?: string | undefined;
  /** The name of the key pair. */
  readonly keyName: string;
  /** The type of the key. Absent for very old key pairs. */
  readonly keyType?: KeyType | undefined;
  /**
   * The SHA-1 digest of an RSA private key that EC2 created, the MD5 digest of an imported RSA public key, or the SHA-256 digest of an
   * ED25519 key.
   */
  readonly keyFingerprint?: string | undefined;
  /** The public key in OpenSSH format, if `includePublicKey` was `true`. */
  readonly publicKey?: string | undefined;
  /** The time at which the key pair was created or imported, in UTC. Absent for very old key pairs. */
  readonly createTime?: Date | undefined;
  /** The tags, by key. */
  readonly tags: Tags;
}

/** Parses one EC2 `KeyPairInfo` structure. */
export const keyPair = (): Schema<KeyPair> =>
  resource<KeyPair>(KeyPairInfo$, {
    keyPairId: optionalString(),
    keyName: z.string(),
    keyType: z.optional(openEnum(keyTypes)),
    keyFingerprint: optionalString(),
    publicKey: optionalString(),
    createTime: z.optional(z.date()),
    tags: tags(),
  });

/** Checks the name of a key pair. */
export const keyName = (): z.ZodMiniType<string> =>
  text(1, 255).check(z.regex(/^[\x20-\x7e]+$/, '1–255 printable ASCII characters'));

/** The meaning of EC2's error codes for one key pair. */
export const keyPairErrors: ErrorTable = {
  'InvalidKeyPair.Duplicate': alreadyExists({ resource: 'key pair', member: 'keyName' }),
  'InvalidKeyPair.NotFound': notFound({
    resource: 'key pair',
    member: 'keyName',
    remedy: 'A key pair exists in one region only.',
  }),
};
