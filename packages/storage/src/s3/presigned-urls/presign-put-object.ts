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
import { PutObjectCommand } from '@aws-sdk/client-s3';

import { defaultExpirySeconds, expirySeconds } from './expiry-seconds.js';

export interface PresignPutObjectInput extends AwsInput {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The key of the object, 1–1,024 bytes in UTF-8. */
  readonly key: string;
  /** The seconds until the URL expires, 1–604,800 (7 days). Default: 900. */
  readonly expiresInSeconds?: number | undefined;
  /** The content type that the upload must have. Default: any. */
  readonly contentType?: string | undefined;
  /** The exact size in bytes that the upload must have, at most 5 GiB. Default: any. */
  readonly sizeBytes?: number | undefined;
  /** `*`: S3 rejects the upload if the key already exists. */
  readonly ifNoneMatch?: '*' | undefined;
  /**
   * Whether `Metadata` and `RequestPayer` in `aws` become signed headers, which the upload must contain. Default: `false`; they are then part
   * of the URL.
   */
  readonly signHeaders?: boolean | undefined;
}

/**
 * Returns a presigned URL with which anyone can write an object with one key, without credentials and any number of times until the URL
 * expires; with `ifNoneMatch: '*'` only once. The upload must contain the returned `headers` unchanged: encryption, a customer-provided key
 * (SSE-C), tags, checksums and access control lists in `aws` become headers, because S3 ignores them in a URL. This function sends no request
 * to S3: if the session's credentials lack the permission, the upload fails. The URL also expires with those credentials, for a role within
 * hours.
 *
 * @example
 * const { url, method, headers } = await presignPutObject({ bucket: 'pictures', key: 'me.jpg', contentType: 'image/jpeg' });
 * await fetch(url, { method, headers, body: await readFile('me.jpg') });
 * @throws {CredentialsError} there are no credentials, or they have expired.
 * @throws {InvalidInputError} `aws` has a member that cannot be presigned: `Body`, or `ChecksumAlgorithm` without the checksum.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/PresignedUrlUploadObject.html
 */
export const presignPutObject: Operation<PresignPutObjectInput, PresignedRequest, { on: 'bucket' | 'key' | 'prefix' }> =
  task(() => ({
    name: 'presignPutObject',
    service: s3,
    permissions: [{ action: 's3:PutObject', resources: ['object'] }],
    input: input<PresignPutObjectInput>({
      bucket: bucketName(),
      key: objectKey(),
      expiresInSeconds: z.optional(expirySeconds()),
      contentType: z.optional(text(1, 1_024)),
      sizeBytes: z.optional(z.int().check(z.gte(0), z.lte(5_368_709_120))),
      ifNoneMatch: z.optional(z.literal('*')),
      signHeaders: z.optional(z.boolean()),
    }),
    uses: [],
    run: ({ expiresInSeconds = defaultExpirySeconds, signHeaders, ...members }, options) =>
      presignRequest(
        {
          name: 'presignPutObject',
          service: s3,
          command: PutObjectCommand,
          request: ({ sizeBytes }: PresignPutObjectInput) => ({ ContentLength: sizeBytes }),
        },
        members,
        { ...options, expiresInSeconds, signHeaders },
      ),
  }));
