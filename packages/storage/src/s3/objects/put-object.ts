import { InvalidInputError } from '@arch/core';
import {
  type AwsResource,
  optionalString,
  input,
  operation,
  type Operation,
  resource,
  type Schema,
  secret,
  text,
  z,
} from '@arch/core/builder';
import { bucketName, objectKey, s3 } from '@arch/services/s3';
import { PutObjectCommand, type PutObjectCommandInput, PutObjectOutput$ } from '@aws-sdk/client-s3';

import {
  hasWholeRetention,
  type ObjectSettings,
  objectSettings,
  settingPermissions,
  toSettingsRequest,
  wholeRetention,
} from '../object-settings.js';

export interface PutObjectInput extends ObjectSettings {
  readonly bucket: string;
  /** At most 1,024 bytes in UTF-8. */
  readonly key: string;
  /** Text in UTF-8, or bytes: at most 5 GB. Either this or `json`. */
  readonly body?: string | Uint8Array | undefined;
  /** A value that is written as JSON. */
  readonly json?: unknown;
  /** Default: `text/plain; charset=utf-8`, `application/json` or `application/octet-stream`, by what is given. */
  readonly contentType?: string | undefined;
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
const putObjectFields = (): Parameters<typeof input<PutObjectInput>>[0] => ({
  bucket: bucketName(),
  key: objectKey(),
  body: z.optional(
    secret(
      z.union([
        z.string(),
        z.instanceof(Uint8Array).check(
          z.refine((bytes) => bytes.byteLength <= mostBytes, {
            error: 'at most 5 GB; uploadFile sends more, in parts',
          }),
        ),
      ]),
    ),
  ),
  json: z.optional(secret(z.unknown())),
  ...objectSettings(),
  ifNoneMatch: z.optional(z.literal('*')),
  ifMatch: z.optional(text(1, 1_024)),
});

/** Whether there is one content. */
const hasOneBody = ({ body, json }: PutObjectInput): boolean => (body === undefined) !== (json === undefined);

/** What an object shall hold, in AWS's words. */
const toPutRequest = ({
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
  ...toSettingsRequest({ tags }),
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
  throw new InvalidInputError('putObject: json is a function or a symbol. Pass a value that JSON supports.', {
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
export const putObject: Operation<
  PutObjectInput,
  PutObjectResult,
  { on: 'bucket' | 'key' | 'prefix'; with: 'objectLockLegalHoldStatus' | 'objectLockMode' | 'tags' }
> = operation(() => ({
  name: 'putObject',
  service: s3,
  command: PutObjectCommand,
  repeatable: true,
  permissions: [{ action: 's3:PutObject', resources: ['object'] }, ...settingPermissions],
  input: input<PutObjectInput>(putObjectFields()).check(
    z.refine(hasOneBody, { error: 'body or json, not both' }),
    z.refine(hasWholeRetention, { error: wholeRetention }),
  ),
  output: putObjectResult(),
  request: toPutRequest,
}));

/** Parses what S3 says of what it has written. */
const putObjectResult = (): Schema<PutObjectResult> =>
  resource<PutObjectResult>(PutObjectOutput$, {
    eTag: optionalString(),
    versionId: optionalString(),
    serverSideEncryption: optionalString(),
  });
