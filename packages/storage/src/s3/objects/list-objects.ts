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
  readonly bucket: string;
  /** Only keys that begin with it. */
  readonly prefix?: string | undefined;
  /** Only keys after it, in the order of their bytes in UTF-8. */
  readonly startAfter?: string | undefined;
  /**
   * Groups the keys that contain it after `prefix`: each group is one item with a `prefix` instead of a `key`. "/" lists one folder. Default:
   * all keys are listed.
   */
  readonly delimiter?: string | undefined;
}

/** A function that lists objects, with a `delimiter` also common prefixes of keys. */
export interface ListObjects extends DeclaredFunction<{ on: 'bucket' }> {
  (
    input: ListObjectsInput & { readonly delimiter: string },
    options?: CallOptions,
  ): Listing<ListedObject | ListedPrefix>;
  (input: ListObjectsInput & { readonly delimiter?: undefined }, options?: CallOptions): Listing<ListedObject>;
}

/**
 * Lists objects in the order of their keys, 1,000 in a request, one page ahead of the consumer. With a `delimiter`, keys with the same
 * beginning are one item with a `prefix`; each page then contains first its objects, then its prefixes.
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
