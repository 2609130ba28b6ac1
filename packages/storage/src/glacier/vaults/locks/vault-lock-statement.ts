import { oneOrMore, z } from '@arch/core/builder';

import type { PolicyConditionValue } from '../../../s3/buckets/policies/index.js';

/** One statement of the lock policy of a vault, in the words of IAM's policy language. */
export interface VaultLockStatement {
  /** An ID, unique in the policy. */
  readonly Sid?: string | undefined;
  /** Whether the statement allows or denies. A lock usually denies `glacier:DeleteArchive`. */
  readonly Effect: 'Allow' | 'Deny';
  /** Who the statement is about: `*` (everyone), or ARNs and account IDs: `{ AWS: '111122223333' }`. */
  readonly Principal: '*' | Readonly<Record<string, string | readonly string[]>>;
  /** The actions, e.g. `glacier:DeleteArchive`. */
  readonly Action: string | readonly string[];
  /** The ARN of the vault, e.g. `arn:aws:glacier:eu-west-1:111122223333:vaults/photos`. */
  readonly Resource: string | readonly string[];
  /** Conditions by operator and key, e.g. `{ NumericLessThan: { 'glacier:ArchiveAgeInDays': '2555' } }`. All of them must apply. */
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, PolicyConditionValue>>>> | undefined;
}

/** More do not fit into 20 KB. */
const most = 2_000;

/** Checks a {@link VaultLockStatement}. */
export const vaultLockStatement = (): z.ZodMiniType<VaultLockStatement> =>
  z.strictObject({
    Sid: z.optional(z.string()),
    Effect: z.enum(['Allow', 'Deny']),
    Principal: z.union([z.literal('*'), z.record(z.string(), oneOrMore(z.string().check(z.minLength(1)), most))]),
    Action: oneOrMore(
      z.string().check(z.regex(/^(?:\*|glacier:[\w*?]+)$/, 'an action such as glacier:DeleteArchive')),
      most,
    ),
    Resource: oneOrMore(
      z
        .string()
        .check(
          z.regex(
            /^arn:[\w-]+:glacier:[\w-]+:\d{12}:vaults\/[\w.-]+$/,
            'the ARN of a vault such as arn:aws:glacier:eu-west-1:111122223333:vaults/photos',
          ),
        ),
      most,
    ),
    Condition: z.optional(z.record(z.string(), z.record(z.string(), z.union([scalar(), z.array(scalar())])))),
  });

const scalar = () => z.union([z.string(), z.number(), z.boolean()]);
