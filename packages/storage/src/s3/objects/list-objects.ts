import type { Listing } from '@arch/core';
import {
  type AwsInput,
  type CallOptions,
  type DeclaredFunction,
  input,
  type ListDeclaration,
  listOperation,
  text,
  z,
} from '@arch/core/builder';
import { bucketName, s3 } from '@arch/services/s3';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';

import { decodeKeys, urlEncoding } from '../url-encoded-keys.js';
import { listedItem, type ListedObject, type ListedPrefix } from './listed-object.js';

export interface ListObjectsInput extends AwsInput {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** Prefix of the keys, at most 1,024 characters. Default: all keys. */
  readonly prefix?: string | undefined;
  /** A key after which the listing starts, in the order of UTF-8 bytes. The key need not exist. Default: the first key. */
  readonly startAfter?: string | undefined;
  /**
   * A text, usually `/`, by which S3 groups keys: all keys with the same text from the start to the first delimiter after `prefix` become one
   * item with a `prefix` instead of a `key`. With `/`, the listing is that of one folder. Default: no groups.
   */
  readonly delimiter?: string | undefined;
}

/** A function that lists objects and, with a `delimiter`, common prefixes of keys. */
export interface ListObjects extends DeclaredFunction<{ on: 'bucket' }> {
  (
    input: ListObjectsInput & { readonly delimiter: string },
    options?: CallOptions,
  ): Listing<ListedObject | ListedPrefix>;
  (input: ListObjectsInput & { readonly delimiter?: undefined }, options?: CallOptions): Listing<ListedObject>;
}

/**
 * Lists objects in the order of their keys, 1,000 per request, one page ahead of the consumer. With a `delimiter`, the keys of a folder are one
 * item with a `prefix`; each page then contains first its objects, then its prefixes.
 *
 * @example
 * for await (const { key, sizeBytes } of listObjects({ bucket: 'reports', prefix: '2026/' })) console.log(key, sizeBytes);
 * for await (const item of listObjects({ bucket: 'reports', delimiter: '/' })) console.log('key' in item ? item.key : item.prefix);
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 */
export const listObjects: ListObjects = listOperation((): ListObjectsDeclaration => ({
  name: 'listObjects',
  service: s3,
  command: ListObjectsV2Command,
  permissions: [{ action: 's3:ListBucket', resources: ['bucket'] }],
  input: input<ListObjectsInput>({
    bucket: bucketName(),
    prefix: z.optional(text(0, 1_024)),
    startAfter: z.optional(text(0, 1_024)),
    delimiter: z.optional(text(1, 1_024)),
  }),
  request: ({ bucket }) => ({ Bucket: bucket, ...urlEncoding }),
  decode: decodeKeys('listObjects'),
  item: listedItem(),
  items: ({ Contents = [], CommonPrefixes = [] }) =>
    CommonPrefixes.length > 0 ? [...Contents, ...CommonPrefixes] : Contents,
  pages: {
    token: 'ContinuationToken',
    next: 'NextContinuationToken',
    size: { member: 'MaxKeys', least: 1, most: 1_000 },
  },
})) as ListObjects;

type ListObjectsDeclaration = ListDeclaration<
  ListObjectsInput,
  ListedObject | ListedPrefix,
  typeof ListObjectsV2Command
>;
