import type { Readable } from 'node:stream';

import { ArchError } from '@arch/core';
import {
  asIs,
  type CallOptions,
  type DeclaredFunction,
  input,
  operation,
  type Operation,
  task,
  type TaskDeclaration,
  text,
  z,
} from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetObjectCommand } from '@aws-sdk/client-s3';

import type { ObjectHead } from '../index.js';
import { objectHead } from '../object-head.js';
import { type ObjectReference, objectReference, readPermissions } from '../../object-reference.js';
import { readBody, toGetRequest } from '../../read-body.js';
import { fetchedObject, type FetchedObject } from './fetched-object.js';
import { requestContent } from './request-content.js';
import { streamContent } from './stream-content.js';
import { writeContent } from './write-content.js';

export interface GetObjectInput extends ObjectReference {
  /** An `eTag`: reads the object only if it has another ETag; otherwise the function returns `undefined`. */
  readonly ifNoneMatch?: string | undefined;
  /** A time: reads the object only if it was written later; otherwise the function returns `undefined`. */
  readonly ifModifiedSince?: Date | undefined;
  /**
   * Whether the methods decompress content that starts with the signature of gzip; other content is returned unchanged. Default: `false`, the
   * content as it is stored, whatever its `contentEncoding`.
   */
  readonly decompress?: boolean | undefined;
}

/** A function that reads an object. It returns `undefined` only with `ifNoneMatch` or `ifModifiedSince`. */
export interface GetObject extends DeclaredFunction<{ on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }> {
  (
    input: GetObjectInput & { readonly ifNoneMatch?: undefined; readonly ifModifiedSince?: undefined },
    options?: CallOptions,
  ): Promise<FetchedObject>;
  (input: GetObjectInput, options?: CallOptions): Promise<FetchedObject | undefined>;
}

/** Larger content is not read until a method is called. */
const mostBytes = 1_048_576;

/**
 * Reads an object: its size, type and metadata, and methods for its content: `text()`, `json(schema)`, `bytes()`, `stream()` and
 * `toFile(path)`. Content of up to 1 MiB is in the response of the one request. Larger content is requested by each method, and
 * `toFile` always requests it, in parallel ranges; no connection stays open in between. If the object has not changed (HTTP status 304), the
 * function returns `undefined`. The content is verified as in `getObjectBytes`.
 *
 * @example
 * const report = await getObject({ bucket: 'reports', key: '2026/11.csv' });
 * console.log(report.sizeBytes, report.contentType, await report.text());
 * const newer = await getObject({ bucket: 'reports', key: '2026/11.csv', ifNoneMatch: report.eTag });
 * @throws {NotFoundError} there is no such object, version or bucket.
 * @throws {ConflictError} the object is archived and not restored, or its ETag is not `ifMatch`.
 * @throws {UnexpectedResponseError} the content is damaged, is not UTF-8 text (`text`), does not match the schema (`json`), or cannot be decompressed.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export const getObject: GetObject = task((): TaskDeclaration<GetObjectInput, FetchedObject | undefined> => ({
  name: 'getObject',
  input: input<GetObjectInput>({ ...requestFields(), decompress: z.optional(z.boolean()) }),
  uses: [requestObject, requestContent, streamContent, writeContent],
  timeoutMs: 60_000,
  run: async ({ decompress = false, ...members }, options) => {
    try {
      return fetchedObject(await requestObject(members, options), { ...members, decompress }, options);
    } catch (error) {
      if (isUnchanged(error, members)) return undefined;
      throw error;
    }
  },
})) as GetObject;

type ObjectRequest = Omit<GetObjectInput, 'decompress'>;

const requestFields = (): Parameters<typeof input<ObjectRequest>>[0] => ({
  ...objectReference(),
  ifNoneMatch: z.optional(text(1, 1_024)),
  ifModifiedSince: z.optional(z.date()),
});

const isUnchanged = (error: unknown, { ifNoneMatch, ifModifiedSince }: ObjectRequest): boolean =>
  error instanceof ArchError && error.status === 304 && (ifNoneMatch !== undefined || ifModifiedSince !== undefined);

/** An object whose content is read if it is small. */
interface ObjectResponse {
  readonly head: ObjectHead;
  readonly content?: Uint8Array | undefined;
}

const requestObject: Operation<ObjectRequest, ObjectResponse> = operation(() => {
  const schema = objectHead();
  return {
    name: 'getObject',
    service: s3,
    command: GetObjectCommand,
    permissions: readPermissions,
    input: input<ObjectRequest>(requestFields()),
    output: asIs<ObjectResponse>(),
    request: toGetRequest,
    select: (response, members) => {
      const { Body: body, ...headers } = response;
      const parse = (ContentLength?: number): ObjectHead => schema.parse({ ...headers, ContentLength });
      const { ContentLength: length } = headers;
      // A proxy may send content without its length, which is known only when all of it is read.
      if (length === undefined || length <= mostBytes)
        return withContent(parse, readBody('getObject')(response, members));
      (body as Readable | undefined)?.destroy();
      return { head: parse(length) };
    },
  };
});

/** Reads the content within the deadline of the call. */
const withContent = async (
  parse: (sizeBytes: number) => ObjectHead,
  reading: Promise<Uint8Array>,
): Promise<ObjectResponse> => {
  const content = await reading;
  return { head: parse(content.byteLength), content };
};
