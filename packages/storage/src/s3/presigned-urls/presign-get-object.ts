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
  readonly bucket: string;
  /** At most 1,024 bytes in UTF-8. */
  readonly key: string;
  /** In a bucket with versions. Default: the one that is the newest when the URL is used. */
  readonly versionId?: string | undefined;
  /** 1–604,800 (7 days). Default 900. */
  readonly expiresInSeconds?: number | undefined;
  /** What S3 shall answer as `Content-Type` instead of the object's own. */
  readonly responseContentType?: string | undefined;
  /** What S3 shall answer as `Content-Disposition`, e.g. `attachment; filename="report.csv"`. A name beyond ASCII is encoded. */
  readonly responseContentDisposition?: string | undefined;
  /** `true`: whatever of `aws` is a header otherwise has to be sent as one. Default `false`: RequestPayer stands in the URL. */
  readonly signHeaders?: boolean | undefined;
}

/**
 * Signs a URL by which anyone can get an object, without credentials, until it expires. `headers` is empty unless `aws` asks for more, such as
 * a customer's key (SSE-C), which then has to be sent with the request. Nothing is sent: whether the object is there and the session's
 * credentials may read it shows when the URL is used. It expires with those credentials too, which for a role is within hours.
 *
 * @example
 * const { url, expiresAt } = await presignGetObject({ bucket: 'reports', key: '2026/11.csv', expiresInSeconds: 3_600 });
 * @throws {CredentialsError} there are no credentials to sign with, or they have expired.
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
