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

/** The kinds of keys that EC2 knows; Windows instances need `rsa`. */
export const keyTypes = ['rsa', 'ed25519'] as const;
export type KeyType = Open<(typeof keyTypes)[number]>;

/** A key pair: EC2 keeps the public key, you keep the private one. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_KeyPairInfo.html */
export interface KeyPair extends AwsResource {
  /** e.g. `key-0123456789abcdef0`; absent for key pairs of EC2's first years. */
  readonly keyPairId?: string | undefined;
  readonly keyName: string;
  /** Absent for key pairs of EC2's first years. */
  readonly keyType?: KeyType | undefined;
  /** SHA-1 of the private key, MD5 of an imported public RSA key, or SHA-256 of an ED25519 key. */
  readonly keyFingerprint?: string | undefined;
  /** In OpenSSH's form; only where `includePublicKey` asked for it. */
  readonly publicKey?: string | undefined;
  /** In UTC; absent for key pairs of EC2's first years. */
  readonly createTime?: Date | undefined;
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

/** A key pair's name, checked: up to 255 ASCII characters. */
export const keyName = (): z.ZodMiniType<string> =>
  text(1, 255).check(z.regex(/^[\x20-\x7e]+$/, 'up to 255 ASCII characters'));

/** What EC2's codes about one key pair mean. */
export const keyPairErrors: ErrorTable = {
  'InvalidKeyPair.Duplicate': alreadyExists({ resource: 'key pair', member: 'keyName' }),
  'InvalidKeyPair.NotFound': notFound({
    resource: 'key pair',
    member: 'keyName',
    remedy: 'Key pairs belong to one region.',
  }),
};
