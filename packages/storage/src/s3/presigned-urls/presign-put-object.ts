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
  readonly bucket: string;
  /** At most 1,024 bytes in UTF-8. */
  readonly key: string;
  /** 1–604,800 (7 days). Default 900. */
  readonly expiresInSeconds?: number | undefined;
  /** The upload has to have this type. Default: any. */
  readonly contentType?: string | undefined;
  /** The upload has to have exactly this length; at most 5 GB. Default: any. */
  readonly sizeBytes?: number | undefined;
  /** `*`: the upload is refused when there is an object of that key already. */
  readonly ifNoneMatch?: '*' | undefined;
  /** `true`: metadata given in `aws` is a signed header too. Default `false`: it stands in the URL. */
  readonly signHeaders?: boolean | undefined;
}

/**
 * Signs a URL by which anyone can put an object under one key, without credentials and as often as they like until it expires; with
 * `ifNoneMatch: '*'` only once. The upload has to send `headers` as they are: encryption, a customer's key (SSE-C), tags, checksums and access
 * lists given in `aws` are among them, because S3 ignores them in a URL. Nothing is sent: whether the session's credentials may write shows
 * when the URL is used. It expires with those credentials too, which for a role is within hours.
 *
 * @example
 * const { url, method, headers } = await presignPutObject({ bucket: 'pictures', key: 'me.jpg', contentType: 'image/jpeg' });
 * await fetch(url, { method, headers, body: await readFile('me.jpg') });
 * @throws {CredentialsError} there are no credentials to sign with, or they have expired.
 * @throws {InvalidInputError} `aws` has a member that no URL can hold: the body, or ChecksumAlgorithm without the checksum.
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
