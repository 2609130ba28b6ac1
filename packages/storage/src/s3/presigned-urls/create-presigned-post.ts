import { type FormCondition, type Operation, type PresignedForm, presignForm, task, text, z } from '@arch/core/builder';
import { bucketName, objectKey, s3 } from '@arch/services/s3';
import { HeadBucketCommand } from '@aws-sdk/client-s3';

import { defaultExpirySeconds, expirySeconds } from './expiry-seconds.js';

export interface CreatePresignedPostInput {
  /** The name of the bucket. S3 accepts no forms for access points. */
  readonly bucket: string;
  /** The key that the object gets, 1–1,024 bytes in UTF-8. Provide either `key` or `prefix`. */
  readonly key?: string | undefined;
  /** The prefix that the key must have; the default key is the prefix and the name of the file. Provide either `key` or `prefix`. */
  readonly prefix?: string | undefined;
  /** The seconds until the form expires, 1–604,800 (7 days). Default: 900. */
  readonly expiresInSeconds?: number | undefined;
  /** The maximum size of the file in bytes, at most 5 GiB. */
  readonly maxBytes: number;
  /** The minimum size of the file in bytes. Default: 0. */
  readonly minBytes?: number | undefined;
  /** The media type that the object gets. Default that AWS applies: `binary/octet-stream`. */
  readonly contentType?: string | undefined;
  /** Prefix of the media type that the form must name in a field `Content-Type`, e.g. `image/`. Provide at most one of it and `contentType`. */
  readonly contentTypePrefix?: string | undefined;
  /** The user-defined metadata that the object gets: ASCII texts. The names have no `x-amz-meta-`. */
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  /**
   * Further fields with their values, which the form cannot change, e.g. `success_action_redirect` or `x-amz-storage-class`.
   * https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html lists the fields.
   */
  readonly fields?: Readonly<Record<string, string>> | undefined;
  /** Further fields that the form must contain. Each value must start with the text; `''` accepts any value. */
  readonly startsWith?: Readonly<Record<string, string>> | undefined;
}

/**
 * Returns a URL and the fields of an HTML form with which a browser can upload one file per request, without credentials, until the form
 * expires. S3 rejects files of another size and fields with other values. The field `file` must be the last one of the form, and the form must
 * be sent as `multipart/form-data`. This function sends no request to S3: if the session's credentials lack the permission, the upload fails.
 * The form also expires with those credentials, for a role within hours.
 *
 * @example
 * const { url, fields } = await createPresignedPost({ bucket: 'pictures', prefix: 'ann/', maxBytes: 5_000_000, contentType: 'image/jpeg' });
 * const form = new FormData();
 * for (const [name, value] of Object.entries(fields)) form.append(name, value);
 * form.append('file', new Blob([await readFile('me.jpg')]), 'me.jpg');
 * await fetch(url, { method: 'POST', body: form });
 * @throws {CredentialsError} there are no credentials, or they have expired.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-UsingHTTPPOST.html
 */
export const createPresignedPost: Operation<
  CreatePresignedPostInput,
  PresignedForm,
  { on: 'bucket' | 'key' | 'prefix' }
> = task(() => ({
  name: 'createPresignedPost',
  service: s3,
  permissions: [{ action: 's3:PutObject', resources: ['object'] }],
  input: presignedPostInput(),
  uses: [],
  run: ({ bucket, expiresInSeconds = defaultExpirySeconds, ...members }, options) =>
    presignForm(
      { name: 'createPresignedPost', service: s3, command: HeadBucketCommand },
      { bucket },
      { ...options, expiresInSeconds, ...formOf(bucket, members) },
    ),
}));

const mostBytes = 5_368_709_120;

/** Checks a {@link CreatePresignedPostInput}. A form has no further members in `aws`. */
const presignedPostInput = (): z.ZodMiniType<CreatePresignedPostInput> =>
  z
    .strictObject({
      bucket: bucketName().check(
        z.refine((bucket) => !bucket.startsWith('arn:'), {
          error: 'the name of a bucket, not the ARN of an access point',
        }),
      ),
      key: z.optional(objectKey()),
      prefix: z.optional(text(0, 1_024)),
      expiresInSeconds: z.optional(expirySeconds()),
      maxBytes: z.int().check(z.gte(0), z.lte(mostBytes)),
      minBytes: z.optional(z.int().check(z.gte(0), z.lte(mostBytes))),
      contentType: z.optional(text(1, 1_024)),
      contentTypePrefix: z.optional(text(1, 1_024)),
      metadata: z.optional(metadata()),
      fields: z.optional(fieldRecord()),
      startsWith: z.optional(fieldRecord()),
    })
    .check(
      z.refine(({ key, prefix }) => (key === undefined) !== (prefix === undefined), {
        error: 'key or prefix, not both',
      }),
      z.refine(({ minBytes = 0, maxBytes }) => minBytes <= maxBytes, { error: 'minBytes that is at most maxBytes' }),
      z.refine(({ contentType, contentTypePrefix }) => contentType === undefined || contentTypePrefix === undefined, {
        error: 'contentType or contentTypePrefix, not both',
      }),
    );

/** Fields that have a member of their own, or that the signature adds. */
const ownFields =
  /^(?:key|bucket|file|policy|content-type|awsaccesskeyid|signature|x-amz-(?:meta-.*|algorithm|credential|date|security-token|signature))$/i;

const fieldRecord = (): z.ZodMiniType<Readonly<Record<string, string>>> =>
  z.record(
    text(1, 256).check(
      z.refine((name) => !ownFields.test(name), { error: 'a field that no member and no signature sets' }),
    ),
    z.string(),
  );

/** A form field is not encoded, unlike a header. */
const metadata = (): z.ZodMiniType<Readonly<Record<string, string>>> =>
  z.record(
    text(1, 256).check(z.regex(/^[\w-]+$/, 'a name of letters, digits, hyphens and underscores')),
    z.string().check(z.regex(/^[\x20-\x7E]*$/, 'ASCII text')),
  );

const formOf = (
  bucket: string,
  {
    key,
    prefix = '',
    maxBytes,
    minBytes = 0,
    contentType,
    contentTypePrefix,
    metadata: given = {},
    fields = {},
    startsWith = {},
  }: Omit<CreatePresignedPostInput, 'bucket' | 'expiresInSeconds'>,
): Pick<Parameters<typeof presignForm>[2], 'fields' | 'limitedFields' | 'conditions'> => {
  const limits = {
    ...(contentTypePrefix !== undefined && { 'Content-Type': contentTypePrefix }),
    ...(key === undefined && { key: prefix }),
    ...startsWith,
  };
  return {
    fields: {
      bucket,
      ...(key !== undefined && { key }),
      ...(contentType !== undefined && { 'Content-Type': contentType }),
      ...Object.fromEntries(Object.entries(given).map(([name, value]) => [`x-amz-meta-${name.toLowerCase()}`, value])),
      ...fields,
    },
    // S3 replaces the variable by the name of the file.
    limitedFields: key === undefined ? { key: `${prefix}\${filename}` } : {},
    conditions: [
      ['content-length-range', minBytes, maxBytes],
      ...Object.entries(limits).map(([field, start]): FormCondition => ['starts-with', `$${field}`, start]),
    ],
  };
};
