import { type InputFields, secret, text, z } from '@arch/core/builder';

import { fileSource } from './file-source.js';
import { bytesSource, streamSource, type UploadSource, type UploadTarget } from './upload-source.js';

/** The content of an upload: bytes, a Node.js stream, a web stream, or another async iterable of bytes or text. */
export type UploadBody = Uint8Array | AsyncIterable<Uint8Array | string>;

/** The members for the content of an upload. */
export interface UploadContent {
  /** The path of a file that contains as many bytes as its size, i.e. not a device or a file of `/proc`. Provide either `path` or `body`. */
  readonly path?: string | undefined;
  /**
   * The content: bytes, or a stream, which is read as fast as it is sent. Provide either `path` or `body`. A stream that was already read, is
   * locked or has failed is rejected, and so is a generator that yields nothing. An error of your stream ends the call unchanged.
   */
  readonly body?: UploadBody | undefined;
  /**
   * The number of bytes that a stream yields, if it is known: the size of the parts then suits it, and a stream that yields fewer or more bytes
   * is rejected. Default: the size is not known before the end of the stream.
   */
  readonly sizeBytes?: number | undefined;
}

/** Checks the members of {@link UploadContent}. */
export const uploadContent = (): InputFields<UploadContent> => ({
  path: z.optional(text(1, 4_096)),
  body: z.optional(secret(z.custom<UploadBody>(isBody, 'bytes or a stream of bytes'))),
  sizeBytes: z.optional(z.int().check(z.gte(0))),
});

const isBody = (value: unknown): boolean =>
  value instanceof Uint8Array ||
  typeof (value as Partial<AsyncIterable<unknown>> | null | undefined)?.[Symbol.asyncIterator] === 'function';

/** Whether the input contains either a file or a body. */
export const hasOneContent = ({ path, body }: UploadContent): boolean => (path === undefined) !== (body === undefined);

/** The rule of {@link hasOneContent} for messages. */
export const contentRule = 'either path or body';

/** Whether the size belongs to a stream. */
export const hasSizeOfStream = ({ path, body, sizeBytes }: UploadContent): boolean =>
  sizeBytes === undefined || (path === undefined && !(body instanceof Uint8Array));

/** The rule of {@link hasSizeOfStream} for messages. */
export const sizeRule = 'sizeBytes only together with a stream as body';

/** Opens the source of an upload. */
export const openSource = async (
  { path, body, sizeBytes }: UploadContent,
  target: UploadTarget,
): Promise<UploadSource> => {
  if (path !== undefined) return fileSource(path, target);
  return body instanceof Uint8Array ? bytesSource(body) : streamSource(body!, target, sizeBytes);
};
