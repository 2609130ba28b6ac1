import { InvalidInputError } from '@arch/core';
import {
  type AwsInput,
  type AwsResource,
  filled,
  input,
  type Open,
  openEnum,
  operation,
  type Operation,
  resource,
  type Schema,
  tagRecord,
  type Tags,
  text,
  z,
} from '@arch/core/builder';
import { PutObjectCommand, type PutObjectCommandInput, PutObjectOutput$ } from '@aws-sdk/client-s3';

import { bucketName, metadataRecord, objectKey } from '../clients/s3-names.js';
import { s3 } from '../clients/s3.js';

/** Storage classes of objects that can be read at once, or after a restore (`GLACIER`, `DEEP_ARCHIVE`). */
export const storageClasses = [
  'STANDARD',
  'INTELLIGENT_TIERING',
  'STANDARD_IA',
  'ONEZONE_IA',
  'GLACIER_IR',
  'GLACIER',
  'DEEP_ARCHIVE',
  'EXPRESS_ONEZONE',
] as const;
export type StorageClass = Open<(typeof storageClasses)[number]>;

export interface PutObjectInput extends AwsInput {
  readonly bucket: string;
  /** At most 1,024 bytes in UTF-8. */
  readonly key: string;
  /** Text in UTF-8, or bytes: at most 5 GB. Either this or `json`. */
  readonly body?: string | Uint8Array | undefined;
  /** A value that is written as JSON. */
  readonly json?: unknown;
  /** Default: `text/plain; charset=utf-8`, `application/json` or `application/octet-stream`, by what is given. */
  readonly contentType?: string | undefined;
  readonly cacheControl?: string | undefined;
  readonly contentDisposition?: string | undefined;
  readonly contentEncoding?: string | undefined;
  /** Texts of at most 2 KB in all. */
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  /** Default `STANDARD`. */
  readonly storageClass?: StorageClass | undefined;
  readonly tags?: Tags | undefined;
  /** `*`: only if there is none of that key; otherwise a `ConflictError`. */
  readonly ifNoneMatch?: '*' | undefined;
  /** Only if it is still this one, by its `eTag`; otherwise a `ConflictError`. */
  readonly ifMatch?: string | undefined;
}

/** What S3 has written. */
export interface PutObjectResult extends AwsResource {
  readonly eTag?: string | undefined;
  /** In a bucket with versions. */
  readonly versionId?: string | undefined;
  readonly serverSideEncryption?: string | undefined;
}

const mostBytes = 5_368_709_120;

/** The members of a {@link PutObjectInput}, checked. */
export const putObjectFields = (): Parameters<typeof input<PutObjectInput>>[0] => ({
  bucket: bucketName(),
  key: objectKey(),
  body: z.optional(
    z.union([
      z.string(),
      z.instanceof(Uint8Array).check(
        z.refine((bytes) => bytes.byteLength <= mostBytes, {
          error: 'at most 5 GB; uploadFile sends more, in parts',
        }),
      ),
    ]),
  ),
  json: z.optional(z.unknown()),
  contentType: z.optional(text(1, 1_024)),
  cacheControl: z.optional(text(1, 1_024)),
  contentDisposition: z.optional(text(1, 1_024)),
  contentEncoding: z.optional(text(1, 1_024)),
  metadata: z.optional(metadataRecord()),
  storageClass: z.optional(openEnum(storageClasses)),
  tags: z.optional(tagRecord()),
  ifNoneMatch: z.optional(z.literal('*')),
  ifMatch: z.optional(text(1, 1_024)),
});

/** Whether there is one content. */
export const hasOneBody = ({ body, json }: PutObjectInput): boolean => (body === undefined) !== (json === undefined);

/** What an object shall hold, in AWS's words. */
export const toPutRequest = ({
  bucket,
  key,
  body,
  json,
  contentType,
  tags,
}: PutObjectInput): Pick<PutObjectCommandInput, 'Bucket' | 'Key' | 'Body' | 'ContentType' | 'Tagging'> => ({
  Bucket: bucket,
  Key: key,
  Body: body ?? toJson(json),
  ContentType: contentType ?? typeOf(body, json),
  ...(tags && { Tagging: new URLSearchParams(tags).toString() }),
});

const toJson = (json: unknown): string => {
  try {
    const text = JSON.stringify(json) as string | undefined;
    if (text !== undefined) return text;
  } catch (cause) {
    throw new InvalidInputError(`putObject: json cannot be written as JSON: ${(cause as Error).message}.`, {
      operation: 'putObject',
      cause,
    });
  }
  throw new InvalidInputError('putObject: json is a function or a symbol; accepted is a value that JSON can hold.', {
    operation: 'putObject',
  });
};

const typeOf = (body: string | Uint8Array | undefined, json: unknown): string => {
  if (json !== undefined) return 'application/json';
  return typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/octet-stream';
};

/**
 * Writes an object in one request, with a checksum that S3 compares. What is there under the key is replaced, in a bucket with versions by
 * a new one.
 *
 * @example
 * await putObject({ bucket: 'shop', key: 'prices.json', json: { prices: [1, 2] }, ifNoneMatch: '*' });
 * @throws {NotFoundError} there is no such bucket.
 * @throws {ConflictError} there is an object already, or another one than `ifMatch` says.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
 */
export const putObject: Operation<PutObjectInput, PutObjectResult> = operation(() => ({
  name: 'putObject',
  service: s3,
  command: PutObjectCommand,
  permissions: [
    { action: 's3:PutObject', resources: ['object'] },
    { action: 's3:PutObjectTagging', resources: ['object'], when: 'tags are given' },
  ],
  input: input<PutObjectInput>(putObjectFields()).check(
    z.refine(hasOneBody, { error: 'a body or json, and not both' }),
  ),
  output: putObjectResult(),
  request: toPutRequest,
}));

/** Parses what S3 says of what it has written. */
export const putObjectResult = (): Schema<PutObjectResult> =>
  resource<PutObjectResult>(PutObjectOutput$, { eTag: filled(), versionId: filled(), serverSideEncryption: filled() });
