import { input, noOutput, operation, type Operation, text, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { PutBucketWebsiteCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { redirectAllRequestsTo, type RedirectAllRequestsTo, routingRule, type RoutingRule } from './bucket-website.js';

export interface PutBucketWebsiteInput extends BucketReference {
  /**
   * The name of the object that S3 returns for a folder, without `/`, e.g. `index.html`. Provide either `indexDocument` or
   * `redirectAllRequestsTo`.
   */
  readonly indexDocument?: string | undefined;
  /** The key of the object that S3 returns for errors of class 4XX, e.g. `error.html`. Requires `indexDocument`. Default: a page of S3. */
  readonly errorDocument?: string | undefined;
  /** The host to which all requests are redirected. Provide either `indexDocument` or `redirectAllRequestsTo`. */
  readonly redirectAllRequestsTo?: RedirectAllRequestsTo | undefined;
  /** Rules that redirect some requests, at most 50. Require `indexDocument`. Default: none. */
  readonly routingRules?: readonly RoutingRule[] | undefined;
}

/**
 * Makes a bucket a static website, or replaces its website settings. The website endpoint has HTTP only, and returns only objects that everyone
 * may read: the bucket policy must allow `s3:GetObject`, and Block Public Access must not prevent it.
 *
 * @example
 * await putBucketWebsite({ bucket: 'my-website', indexDocument: 'index.html', errorDocument: 'error.html' });
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketWebsite.html
 */
export const putBucketWebsite: Operation<PutBucketWebsiteInput, void, { on: 'bucket' }> = operation(() => ({
  name: 'putBucketWebsite',
  service: s3,
  command: PutBucketWebsiteCommand,
  repeatable: true,
  permissions: [{ action: 's3:PutBucketWebsite', resources: ['bucket'] }],
  key: 'bucket',
  input: input<PutBucketWebsiteInput>({
    ...bucketReference(),
    indexDocument: z.optional(text(1, 1_024).check(z.regex(/^[^/]+$/, 'the name of an object, without /'))),
    errorDocument: z.optional(text(1, 1_024)),
    redirectAllRequestsTo: z.optional(redirectAllRequestsTo()),
    routingRules: z.optional(z.array(routingRule()).check(z.maxLength(50))),
  }).check(
    z.refine((each) => (each.indexDocument === undefined) !== (each.redirectAllRequestsTo === undefined), {
      error: 'either indexDocument or redirectAllRequestsTo',
    }),
    z.refine(
      (each) => !each.redirectAllRequestsTo || (each.errorDocument === undefined && !each.routingRules?.length),
      { error: 'no errorDocument and routingRules with redirectAllRequestsTo' },
    ),
  ),
  output: noOutput(),
  request: ({ bucket, indexDocument, errorDocument, redirectAllRequestsTo: redirect, routingRules = [] }) => ({
    Bucket: bucket,
    WebsiteConfiguration: {
      ...(indexDocument !== undefined && { IndexDocument: { Suffix: indexDocument } }),
      ...(errorDocument !== undefined && { ErrorDocument: { Key: errorDocument } }),
      ...(redirect && { RedirectAllRequestsTo: { HostName: redirect.hostName, Protocol: redirect.protocol } }),
      ...(routingRules.length > 0 && { RoutingRules: routingRules.map(toRoutingRule) }),
    },
  }),
}));

const toRoutingRule = ({ condition, redirect }: RoutingRule) => ({
  ...(condition && {
    Condition: {
      KeyPrefixEquals: condition.keyPrefixEquals,
      HttpErrorCodeReturnedEquals: condition.httpErrorCodeReturnedEquals,
    },
  }),
  Redirect: {
    HostName: redirect.hostName,
    HttpRedirectCode: redirect.httpRedirectCode,
    Protocol: redirect.protocol,
    ReplaceKeyPrefixWith: redirect.replaceKeyPrefixWith,
    ReplaceKeyWith: redirect.replaceKeyWith,
  },
});
