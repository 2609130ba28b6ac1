import { type AwsResource, optionalString, from, resource, type Schema, z } from '@arch/core/builder';
import { _Object$, CommonPrefix$ } from '@aws-sdk/client-s3';

/** An object in a listing. https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html */
export interface ListedObject extends AwsResource {
  /** The key of the object. */
  readonly key: string;
  /** The size in bytes. */
  readonly sizeBytes: number;
  /** The time at which the object was written, in UTC. */
  readonly lastModified: Date;
  /** The ETag of the object, in quotes. */
  readonly eTag?: string | undefined;
  /** The storage class, e.g. `STANDARD`. */
  readonly storageClass?: string | undefined;
}

/**
 * A group of keys with the same text up to the delimiter, in a listing with a `delimiter`: a folder if the delimiter is `/`.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CommonPrefix.html
 */
export interface ListedPrefix extends AwsResource {
  /** The common prefix of the keys; ends with the delimiter. */
  readonly prefix: string;
}

/** Parses one S3 `Object` structure. */
export const listedObject = (): Schema<ListedObject> =>
  resource<ListedObject>(_Object$, {
    key: z.string(),
    sizeBytes: from('Size', z.number()),
    lastModified: z.date(),
    eTag: optionalString(),
    storageClass: optionalString(),
  });

/** Parses one S3 `CommonPrefix` structure. */
const listedPrefix = (): Schema<ListedPrefix> => resource<ListedPrefix>(CommonPrefix$, { prefix: z.string() });

/** Parses one S3 `Object` or `CommonPrefix` structure: only an object has a key. */
export const listedItem = (): Schema<ListedObject | ListedPrefix> => {
  const [object, prefix] = [listedObject(), listedPrefix()];
  const of = (value: unknown): Schema<ListedObject | ListedPrefix> =>
    (value as { readonly Prefix?: unknown } | null | undefined)?.Prefix === undefined ? object : prefix;
  return {
    parse: (value) => of(value).parse(value),
    safeParse: (value) => of(value).safeParse(value),
    '~standard': { version: 1, vendor: 'arch', validate: (value) => of(value)['~standard'].validate(value) },
  };
};
