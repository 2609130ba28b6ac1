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
  hasWholeRetention,
  type ObjectSettings,
  objectSettings,
  toSettingsRequest,
  wholeRetention,
} from './object-settings.js';

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
const putObjectFields = (): InputFields<PutObjectInput> => ({
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

/** Checks a {@link PutObjectInput}. */
export const putObjectInput = (): z.ZodMiniType<PutObjectInput> =>
  input<PutObjectInput>(putObjectFields()).check(
    z.refine(hasOneBody, { error: 'body or json, not both' }),
    z.refine(hasWholeRetention, { error: wholeRetention }),
  );

/** Whether there is one content. */
const hasOneBody = ({ body, json }: PutObjectInput): boolean => (body === undefined) !== (json === undefined);

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
  Body: body ?? jsonText(json, { operation: 'putObject', place: 'json' }),
  ContentType: contentType ?? typeOf(body, json),
  ...toSettingsRequest({ tags }),
});

const typeOf = (body: string | Uint8Array | undefined, json: unknown): string => {
  if (json !== undefined) return 'application/json';
  return typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/octet-stream';
};

/** Parses what S3 says of what it has written. */
export const putObjectResult = (): Schema<PutObjectResult> =>
  resource<PutObjectResult>(PutObjectOutput$, {
    eTag: optionalString(),
    versionId: optionalString(),
    serverSideEncryption: optionalString(),
  });
