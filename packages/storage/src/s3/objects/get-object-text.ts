import { UnexpectedResponseError } from '@arch/core';
import { input, type Operation, task } from '@arch/core/builder';

import { getObjectBytes } from './get-object-bytes.js';
import { type ObjectReference, objectReference } from './object-reference.js';

export interface GetObjectTextInput extends ObjectReference {}

/**
 * Reads an object as UTF-8 text, without its byte order mark.
 *
 * @example
 * const report = await getObjectText({ bucket: 'reports', key: '2026/11.csv' });
 * @throws {NotFoundError} there is no such object, version or bucket.
 * @throws {ConflictError} the object is archived and not restored, or its ETag is not `ifMatch`.
 * @throws {UnexpectedResponseError} the content is not UTF-8 text.
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
  run: async (members, options) => {
    const bytes = await getObjectBytes(members, options);
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch (cause) {
      throw new UnexpectedResponseError(`getObjectText: ${members.key} is not UTF-8 text.`, {
        operation: 'getObjectText',
        id: members.key,
        cause,
      });
    }
  },
}));
