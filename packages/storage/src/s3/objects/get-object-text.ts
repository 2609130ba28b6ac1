import { UnexpectedResponseError } from '@arch/core';
import { input, type Operation, task } from '@arch/core/builder';

import { getObjectBytes } from './get-object-bytes.js';
import { type ObjectReference, objectReference } from './object-reference.js';

export interface GetObjectTextInput extends ObjectReference {}

/**
 * Gets an object as text in UTF-8, without a byte-order mark.
 *
 * @example
 * const report = await getObjectText({ bucket: 'reports', key: '2026/11.csv' });
 * @throws {NotFoundError} there is no such object, version or bucket.
 * @throws {ConflictError} it is archived and not restored, or not what `ifMatch` says.
 * @throws {UnexpectedResponseError} it is no text in UTF-8.
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
      throw new UnexpectedResponseError(`getObjectText: ${members.key} is no text in UTF-8.`, {
        operation: 'getObjectText',
        id: members.key,
        cause,
      });
    }
  },
}));
