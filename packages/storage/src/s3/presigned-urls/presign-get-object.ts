import {
  type AwsInput,
  input,
  type Operation,
  type PresignedRequest,
  presignRequest,
  task,
  text,
  z,
} from '@arch/core/builder';
import { bucketName, objectKey, s3 } from '@arch/services/s3';
import { GetObjectCommand } from '@aws-sdk/client-s3';

import { defaultExpirySeconds, expirySeconds } from './expiry-seconds.js';

export interface PresignGetObjectInput extends AwsInput {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The key of the object, 1–1,024 bytes in UTF-8. */
  readonly key: string;
  /** The ID of the version. Default: the current version at the time of the request. */
  readonly versionId?: string | undefined;
  /** The seconds until the URL expires, 1–604,800 (7 days). Default: 900. */
  readonly expiresInSeconds?: number | undefined;
  /** The `Content-Type` header of the response. Default: the content type of the object. */
  readonly responseContentType?: string | undefined;
  /**
   * The `Content-Disposition` header of the response, e.g. `attachment; filename="report.csv"`. A file name that is not ASCII is encoded as RFC
   * 6266 defines. Default: the header of the object.
   */
  readonly responseContentDisposition?: string | undefined;
  /** Whether `RequestPayer` in `aws` becomes a signed header, which the request must contain. Default: `false`; it is then part of the URL. */
  readonly signHeaders?: boolean | undefined;
}

/**
 * Returns a presigned URL with which anyone can read an object, without credentials, until the URL expires. The request must contain the
 * returned `headers`; they are empty unless `aws` has members that S3 accepts only as headers, e.g. a customer-provided key (SSE-C). This
 * function sends no request to S3: if the object does not exist, or the session's credentials lack the permission, the request with the URL
 * fails. The URL also expires with those credentials, for a role within hours.
 *
 * @example
 * const { url, expiresAt } = await presignGetObject({ bucket: 'reports', key: '2026/11.csv', expiresInSeconds: 3_600 });
 * @throws {CredentialsError} there are no credentials, or they have expired.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ShareObjectPreSignedURL.html
 */
export const presignGetObject: Operation<
  PresignGetObjectInput,
  PresignedRequest,
  { on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }
> = task(() => ({
  name: 'presignGetObject',
  service: s3,
  permissions: [
    { action: 's3:GetObject', resources: ['object'] },
    { action: 's3:GetObjectVersion', resources: ['object'], with: 'versionId' },
  ],
  input: input<PresignGetObjectInput>({
    bucket: bucketName(),
    key: objectKey(),
    versionId: z.optional(text(1, 1_024)),
    expiresInSeconds: z.optional(expirySeconds()),
    responseContentType: z.optional(text(1, 1_024)),
    responseContentDisposition: z.optional(text(1, 1_024)),
    signHeaders: z.optional(z.boolean()),
  }),
  uses: [],
  run: ({ expiresInSeconds = defaultExpirySeconds, signHeaders, ...members }, options) =>
    presignRequest({ name: 'presignGetObject', service: s3, command: GetObjectCommand }, members, {
      ...options,
      expiresInSeconds,
      signHeaders,
    }),
}));
