import { oneOrMore, z } from '@arch/core/builder';

/** The values of a condition. */
export type PolicyConditionValue = string | number | boolean | readonly (string | number | boolean)[];

/** One statement of a bucket policy, in the words of IAM's policy language, as AWS's documentation and console have them. */
export interface BucketPolicyStatement {
  /** An ID, unique in the policy. */
  readonly Sid?: string | undefined;
  /** Whether the statement allows or denies. A denial is stronger than any allowance. */
  readonly Effect: 'Allow' | 'Deny';
  /**
   * Who the statement is about: `*` (everyone), or ARNs and account IDs (`AWS`), AWS services (`Service`), identity providers (`Federated`) or
   * canonical user IDs (`CanonicalUser`). Provide either `Principal` or `NotPrincipal`.
   */
  readonly Principal?: '*' | Readonly<Record<string, string | readonly string[]>> | undefined;
  /** Everyone except these. Provide either `Principal` or `NotPrincipal`. */
  readonly NotPrincipal?: '*' | Readonly<Record<string, string | readonly string[]>> | undefined;
  /** The actions, e.g. `s3:GetObject`. Provide either `Action` or `NotAction`. */
  readonly Action?: string | readonly string[] | undefined;
  /** All actions except these. Provide either `Action` or `NotAction`. */
  readonly NotAction?: string | readonly string[] | undefined;
  /**
   * The ARN of the bucket for its own actions, e.g. `arn:aws:s3:::reports`, and of objects for theirs, e.g. `arn:aws:s3:::reports/*`. Provide
   * either `Resource` or `NotResource`.
   */
  readonly Resource?: string | readonly string[] | undefined;
  /** All resources except these. Provide either `Resource` or `NotResource`. */
  readonly NotResource?: string | readonly string[] | undefined;
  /** Conditions by operator and key, e.g. `{ Bool: { 'aws:SecureTransport': 'false' } }`. All of them must apply. */
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, PolicyConditionValue>>>> | undefined;
}

/** Checks a {@link BucketPolicyStatement}. */
export const bucketPolicyStatement = (): z.ZodMiniType<BucketPolicyStatement> =>
  z
    .strictObject({
      Sid: z.optional(z.string()),
      Effect: z.enum(['Allow', 'Deny']),
      Principal: z.optional(principal()),
      NotPrincipal: z.optional(principal()),
      Action: z.optional(actions()),
      NotAction: z.optional(actions()),
      Resource: z.optional(resources()),
      NotResource: z.optional(resources()),
      Condition: z.optional(z.record(z.string(), z.record(z.string(), conditionValue()))),
    })
    .check(
      z.refine((each) => hasOne(each.Principal, each.NotPrincipal), { error: 'either Principal or NotPrincipal' }),
      z.refine((each) => hasOne(each.Action, each.NotAction), { error: 'either Action or NotAction' }),
      z.refine((each) => hasOne(each.Resource, each.NotResource), { error: 'either Resource or NotResource' }),
    );

const hasOne = (one: unknown, other: unknown): boolean => (one === undefined) !== (other === undefined);

/** More do not fit into 20 KB. */
const most = 2_000;

const principal = () =>
  z.union([z.literal('*'), z.record(z.string(), oneOrMore(z.string().check(z.minLength(1)), most))]);

const actions = () =>
  oneOrMore(z.string().check(z.regex(/^(?:\*|[\w-]+:[\w*?]+)$/, 'an action such as s3:GetObject')), most);

const resources = () =>
  oneOrMore(
    z
      .string()
      .check(z.regex(/^(?:\*|arn:[\w-]+:s3:::.+)$/s, 'an ARN such as arn:aws:s3:::reports or arn:aws:s3:::reports/*')),
    most,
  );

const conditionValue = () => z.union([scalar(), z.array(scalar())]);

const scalar = () => z.union([z.string(), z.number(), z.boolean()]);
