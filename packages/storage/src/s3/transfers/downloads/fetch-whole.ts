import type { FileHandle } from 'node:fs/promises';

import { type CallOptions, withLocalErrors } from '@arch/core/builder';

import type { ObjectReference } from '../../objects/index.js';
import { type ObjectBlocks, readObjectBlocks } from '../../read-object-blocks.js';
import { writeAll } from './fetch-range.js';
import { retryBroken } from './retry-broken.js';

/** The source and the destination of an object of one part. */
interface FetchingWhole {
  readonly object: ObjectReference;
  readonly file: FileHandle;
  /** The path that the caller passed. */
  readonly path: string;
}

/** An object that was written, with its size. The response may have no length. */
interface WrittenObject extends ObjectBlocks {
  readonly sizeBytes: number;
}

/**
 * Writes a whole object to a file with one request: S3 sends the checksum with the content, and the SDK compares both. After a broken connection it
 * requests the object again.
 */
export const fetchWhole = async (
  { object, file, path }: FetchingWhole,
  options: CallOptions,
): Promise<WrittenObject> => {
  const phase = `pausing before requesting ${object.key} again`;
  return retryBroken({ phase }, options, async (failures) => {
    let position = 0;
    const writing = <Result>(run: () => Promise<Result>): Promise<Result> =>
      withLocalErrors({ operation: 'downloadFile', verb: 'write', path }, run);
    const write = (block: Uint8Array): Promise<void> => {
      const at = position;
      position += block.byteLength;
      return writing(() => writeAll(file, block, at));
    };
    const response = await readObjectBlocks(object, write, options);
    // The content of the broken response may have been longer.
    if (failures > 0) await writing(() => file.truncate(position));
    const { aws, body, eTag, versionId, metadata } = response;
    return { aws, body, eTag, versionId, metadata, sizeBytes: position };
  });
};
