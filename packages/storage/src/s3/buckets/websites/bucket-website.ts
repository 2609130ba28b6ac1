import {
  type AwsResource,
  from,
  list,
  maybe,
  optionalString,
  resource,
  type Schema,
  text,
  z,
} from '@arch/core/builder';
import {
  Condition$,
  GetBucketWebsiteOutput$,
  Redirect$,
  RedirectAllRequestsTo$,
  RoutingRule$,
} from '@aws-sdk/client-s3';

/** The host to which all requests are redirected. */
export interface RedirectAllRequestsTo {
  /** The name of the host, e.g. `www.example.com`. */
  readonly hostName: string;
  /** The protocol. Default: the protocol of the request. */
  readonly protocol?: 'http' | 'https' | undefined;
}

/** The requests to which a routing rule applies. Provide at least one member; all of them must apply. */
export interface RoutingRuleCondition {
  /** The prefix of the object key, e.g. `docs/`. */
  readonly keyPrefixEquals?: string | undefined;
  /** The HTTP status of an error, e.g. `404`: the rule applies if the response would have this status. */
  readonly httpErrorCodeReturnedEquals?: string | undefined;
}

/** The redirect of a routing rule. Provide at least one member. */
export interface RoutingRuleRedirect {
  /** The name of the host. Default: the host of the request. */
  readonly hostName?: string | undefined;
  /** The HTTP status of the redirect, e.g. `302`. Default: `301`. */
  readonly httpRedirectCode?: string | undefined;
  /** The protocol. Default: the protocol of the request. */
  readonly protocol?: 'http' | 'https' | undefined;
  /** The new prefix in place of `keyPrefixEquals`. Provide at most one of `replaceKeyPrefixWith` and `replaceKeyWith`. */
  readonly replaceKeyPrefixWith?: string | undefined;
  /** The new key in place of the whole key. */
  readonly replaceKeyWith?: string | undefined;
}

/** A rule that redirects some requests. https://docs.aws.amazon.com/AmazonS3/latest/API/API_RoutingRule.html */
export interface RoutingRule {
  /** The requests to which the rule applies. Default: all requests. */
  readonly condition?: RoutingRuleCondition | undefined;
  /** The redirect. */
  readonly redirect: RoutingRuleRedirect;
}

/** The website settings of a bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketWebsite.html */
export interface BucketWebsite extends AwsResource {
  /** The name of the object that S3 returns for a folder, e.g. `index.html`. Absent if all requests are redirected. */
  readonly indexDocument?: string | undefined;
  /** The key of the object that S3 returns for errors of class 4XX, e.g. `error.html`. */
  readonly errorDocument?: string | undefined;
  /** The host to which all requests are redirected. */
  readonly redirectAllRequestsTo?: RedirectAllRequestsTo | undefined;
  /** The rules that redirect some requests. */
  readonly routingRules: readonly RoutingRule[];
}

/** Parses one S3 `GetBucketWebsiteOutput` structure. */
export const bucketWebsite = (): Schema<BucketWebsite> =>
  resource<BucketWebsite>(GetBucketWebsiteOutput$, {
    indexDocument: from('IndexDocument.Suffix', optionalString()),
    errorDocument: from('ErrorDocument.Key', optionalString()),
    redirectAllRequestsTo: maybe(
      resource<RedirectAllRequestsTo>(RedirectAllRequestsTo$, {
        hostName: z.string(),
        protocol: z.optional(protocol()),
      }),
    ),
    routingRules: list(
      resource<RoutingRule>(RoutingRule$, { condition: maybe(readCondition()), redirect: readRedirect() }),
    ),
  });

const readCondition = (): Schema<RoutingRuleCondition> =>
  resource<RoutingRuleCondition>(Condition$, {
    keyPrefixEquals: optionalString(),
    httpErrorCodeReturnedEquals: optionalString(),
  });

const readRedirect = (): Schema<RoutingRuleRedirect> =>
  resource<RoutingRuleRedirect>(Redirect$, {
    hostName: optionalString(),
    httpRedirectCode: optionalString(),
    protocol: z.optional(protocol()),
    replaceKeyPrefixWith: z.optional(z.string()),
    replaceKeyWith: optionalString(),
  });

const protocol = () => z.enum(['http', 'https']);

/** Checks a {@link RedirectAllRequestsTo}. */
export const redirectAllRequestsTo = (): z.ZodMiniType<RedirectAllRequestsTo> =>
  z.strictObject({ hostName: hostName(), protocol: z.optional(protocol()) });

/** Checks a {@link RoutingRule}. */
export const routingRule = (): z.ZodMiniType<RoutingRule> =>
  z.strictObject({ condition: z.optional(condition()), redirect: redirect() });

const hasMember = (value: object): boolean => Object.values(value).some((each) => each !== undefined);

const condition = (): z.ZodMiniType<RoutingRuleCondition> =>
  z
    .strictObject({
      keyPrefixEquals: z.optional(text(1, 1_024)),
      httpErrorCodeReturnedEquals: z.optional(z.string().check(z.regex(/^[45]\d\d$/, 'an HTTP status such as "404"'))),
    })
    .check(z.refine(hasMember, { error: 'keyPrefixEquals, httpErrorCodeReturnedEquals or both' }));

const redirect = (): z.ZodMiniType<RoutingRuleRedirect> =>
  z
    .strictObject({
      hostName: z.optional(hostName()),
      httpRedirectCode: z.optional(z.string().check(z.regex(/^3\d\d$/, 'an HTTP status such as "302"'))),
      protocol: z.optional(protocol()),
      replaceKeyPrefixWith: z.optional(text(0, 1_024)),
      replaceKeyWith: z.optional(text(1, 1_024)),
    })
    .check(
      z.refine(hasMember, { error: 'at least one member' }),
      z.refine((each) => each.replaceKeyPrefixWith === undefined || each.replaceKeyWith === undefined, {
        error: 'either replaceKeyPrefixWith or replaceKeyWith',
      }),
    );

const hostName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(z.regex(/^[\w.-]+(?::\d+)?$/, 'the name of a host such as www.example.com, without protocol and path'));
