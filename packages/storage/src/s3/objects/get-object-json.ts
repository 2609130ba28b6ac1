import {
  type CallOptions,
  type DeclaredFunction,
  input,
  standardSchema,
  type StandardSchema,
  task,
  type TaskDeclaration,
} from '@arch/core/builder';

import { getObjectText } from './get-object-text.js';
import { type ObjectReference, objectReference } from '../object-reference.js';
import { parseContent } from './parse-content.js';

export interface GetObjectJsonInput<Value = unknown> extends ObjectReference {
  /** The schema of the content: zod, valibot, arktype or another library with Standard Schema. */
  readonly schema: StandardSchema<Value>;
}

/** A function that reads JSON and returns a value of the schema's type. */
export interface GetObjectJson extends DeclaredFunction<{ on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }> {
  <Value>(input: GetObjectJsonInput<Value>, options?: CallOptions): Promise<Value>;
}

/**
 * Reads an object as JSON and checks it with your schema.
 *
 * @example
 * const { prices } = await getObjectJson({ bucket: 'shop', key: 'prices.json', schema: z.object({ prices: z.array(z.number()) }) });
 * @throws {NotFoundError} there is no such object, version or bucket.
 * @throws {UnexpectedResponseError} the content is not JSON, or does not match the schema; the message names the member.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export const getObjectJson: GetObjectJson = task((): TaskDeclaration<GetObjectJsonInput, unknown> => ({
  name: 'getObjectJson',
  input: input<GetObjectJsonInput>({ ...objectReference(), schema: standardSchema<unknown>() }),
  uses: [getObjectText],
  run: async ({ schema, ...members }, options) =>
    parseContent({ operation: 'getObjectJson', key: members.key }, await getObjectText(members, options), schema),
})) as GetObjectJson;
