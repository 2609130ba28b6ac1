import { input, type Operation, task } from '@arch/core/builder';

import { getObjectBytes } from './get-object-bytes.js';
import { type ObjectReference, objectReference } from '../object-reference.js';
import { parseText } from './parse-content.js';

export interface GetObjectTextInput extends ObjectReference {}

/**
 * Reads an object as UTF-8 text, without its byte order mark. `getObject` with `decompress` reads text that is compressed with gzip.
 *
 * @example
 * const report = await getObjectText({ bucket: 'reports', key: '2026/11.csv' });
 * @throws {NotFoundError} there is no such object, version or bucket.
 * @throws {ConflictError} the object is archived and not restored, or its ETag is not `ifMatch`.
 * @throws {UnexpectedResponseError} the content is not UTF-8 text, e.g. because it is compressed with gzip.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export const getObjectText: Operation<
  GetObjectTextInput,
  string,
  { on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }
> = task(() => ({
  name: 'getObjectText',
  input: input<GetObjectTextInput>(objectReference()),
  uses: [getObjectBytes],
  run: async (members, options) =>
    parseText({ operation: 'getObjectText', key: members.key }, await getObjectBytes(members, options)),
}));
