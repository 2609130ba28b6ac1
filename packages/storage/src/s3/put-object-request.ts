import {
  type AwsResource,
  optionalString,
  input,
  type InputFields,
  jsonText,
  resource,
  type Schema,
  secret,
  text,
  z,
} from '@arch/core/builder';
import { bucketName, objectKey } from '@arch/services/s3';
import { type PutObjectCommandInput, PutObjectOutput$ } from '@aws-sdk/client-s3';

import {
  hasCompleteRetention,
  type ObjectSettings,
  objectSettings,
  toSettingsRequest,
  retentionRule,
} from './object-settings.js';

export interface PutObjectInput extends ObjectSettings {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The key of the object, 1–1,024 bytes in UTF-8. */
  readonly key: string;
  /** The content: text, which is sent as UTF-8, or bytes; at most 5 GiB. Provide either `body` or `json`. */
  readonly body?: string | Uint8Array | undefined;
  /** The content as a value, which is sent as JSON. Provide either `body` or `json`. */
  readonly json?: unknown;
  /**
   * The media type of the content. Default: `application/json` for `json`, `text/plain; charset=utf-8` for text, `application/octet-stream`
   * for bytes.
   */
  readonly contentType?: string | undefined;
  /** `*` creates the object only if the key does not exist; otherwise throws a `ConflictError`. */
  readonly ifNoneMatch?: '*' | undefined;
  /** An `eTag`: replaces the object only if it still has this ETag; otherwise throws a `ConflictError`. */
  readonly ifMatch?: string | undefined;
}

/** A written object. */
export interface PutObjectResult extends AwsResource {
  /** The ETag of the object. */
  readonly eTag?: string | undefined;
  /** The version ID of the object. Absent in a bucket without versioning. */
  readonly versionId?: string | undefined;
  /** The encryption: `AES256`, `aws:kms` or `aws:kms:dsse`. */
  readonly serverSideEncryption?: string | undefined;
}

const mostBytes = 5_368_709_120;

/** Checks the members of {@link PutObjectInput}. */
const putObjectFields = (): InputFields<PutObjectInput> => ({
  bucket: bucketName(),
  key: objectKey(),
  body: z.optional(
    secret(
      z.union([
        z.string(),
        z.instanceof(Uint8Array).check(
          z.refine((bytes) => bytes.byteLength <= mostBytes, {
            error: 'at most 5 GiB (uploadFile accepts more)',
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

/** Checks a {@link PutObjectInput}. */
export const putObjectInput = (): z.ZodMiniType<PutObjectInput> =>
  input<PutObjectInput>(putObjectFields()).check(
    z.refine(hasOneBody, { error: 'body or json, not both' }),
    z.refine(hasCompleteRetention, { error: retentionRule }),
  );

const hasOneBody = ({ body, json }: PutObjectInput): boolean => (body === undefined) !== (json === undefined);

/** Returns the request members that have another form or a default. */
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
  Body: body ?? jsonText(json, { operation: 'putObject', place: 'json' }),
  ContentType: contentType ?? typeOf(body, json),
  ...toSettingsRequest({ tags }),
});

const typeOf = (body: string | Uint8Array | undefined, json: unknown): string => {
  if (json !== undefined) return 'application/json';
  return typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/octet-stream';
};

/** Parses S3's response to `PutObject`. */
export const putObjectResult = (): Schema<PutObjectResult> =>
  resource<PutObjectResult>(PutObjectOutput$, {
    eTag: optionalString(),
    versionId: optionalString(),
    serverSideEncryption: optionalString(),
  });
