import { type CallOptions, sessionFor, type StandardSchema, type Stream, withAws } from '@arch/core/builder';

import type { ObjectHead } from '../index.js';
import type { ObjectReference } from '../../object-reference.js';
import { parseContent, parseText } from '../parse-content.js';
import { decompress, only } from './decompress.js';
import { requestContent } from './request-content.js';
import { streamContent } from './stream-content.js';
import { writeContent, type WrittenFile } from './write-content.js';

/** The options of a method that reads an object. The session is that of `getObject`. */
export type ReadOptions = Omit<CallOptions, 'session' | 'region' | 'profile'>;

/**
 * An object with methods that read its content. Each method can be called several times. All of them read the content that `getObject` found,
 * with its session; if the object has been replaced since, they throw a `ConflictError`.
 */
export interface FetchedObject extends ObjectHead {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The key of the object. */
  readonly key: string;
  /** Returns the content. The whole content is in memory. */
  bytes(options?: ReadOptions): Promise<Uint8Array>;
  /** Returns the content as UTF-8 text, without its byte order mark. */
  text(options?: ReadOptions): Promise<string>;
  /** Returns the content as JSON that matches your schema: zod, valibot, arktype or another library with Standard Schema. */
  json<Value>(schema: StandardSchema<Value>, options?: ReadOptions): Promise<Value>;
  /** Returns the content as a stream of chunks. */
  stream(options?: ReadOptions): Stream<Uint8Array>;
  /**
   * Writes the content to a file in an existing folder. An existing file is replaced only after the new one is complete and verified. The
   * default deadline is 24 hours.
   */
  toFile(path: string, options?: ReadOptions): Promise<WrittenFile>;
}

/** The input of `getObject`. */
interface Requested extends ObjectReference {
  readonly ifNoneMatch?: string | undefined;
  readonly ifModifiedSince?: Date | undefined;
  readonly decompress: boolean;
}

type Methods = Pick<FetchedObject, 'bytes' | 'text' | 'json' | 'stream' | 'toFile'>;

/** Returns an object with the methods for its content. `content` is the content if it is already read. */
export const fetchedObject = (
  { head, content }: { readonly head: ObjectHead; readonly content?: Uint8Array | undefined },
  { ifNoneMatch: _changed, ifModifiedSince: _since, decompress: isDecompressed, ...requested }: Requested,
  options: CallOptions,
): FetchedObject => {
  const { bucket, key } = requested;
  // The ETag identifies the content. A version ID would require the permission s3:GetObjectVersion.
  const object: ObjectReference = { ...requested, ifMatch: head.eTag };
  const { region: _inSession, profile: _ofSession, signal: _ofCall, ...shared } = options;
  const session = sessionFor(options);
  const own = (given: ReadOptions = {}): CallOptions => ({ ...shared, ...given, session });
  const bytes = async (given?: ReadOptions): Promise<Uint8Array> => {
    given?.signal?.throwIfAborted();
    const stored = content?.slice() ?? (await requestContent(object, own(given)));
    return isDecompressed ? decompressed(key, stored) : stored;
  };
  const text = async (given?: ReadOptions): Promise<string> =>
    parseText({ operation: 'getObject', key }, await bytes(given));
  const methods: Methods = {
    bytes,
    text,
    json: async (schema, given) => parseContent({ operation: 'getObject', key }, await text(given), schema),
    stream: (given) => streamContent({ ...object, decompress: isDecompressed, stored: content }, own(given)),
    toFile: (path, given) => writeContent({ ...object, decompress: isDecompressed, path }, own(given)),
  };
  return withAws(withMethods({ bucket, key, ...head }, methods), head.aws);
};

/** Adds methods that logs and equality checks ignore, like the member `aws`. */
const withMethods = <Value extends object>(value: Value, methods: Methods): Value & Methods => {
  for (const [name, method] of Object.entries(methods)) Object.defineProperty(value, name, { value: method });
  return value as Value & Methods;
};

const decompressed = async (key: string, stored: Uint8Array): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of decompress(key, only(stored))) chunks.push(chunk);
  return Buffer.concat(chunks);
};
