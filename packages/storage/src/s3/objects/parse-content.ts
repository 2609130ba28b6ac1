import { UnexpectedResponseError } from '@arch/core';
import { parseJson, readAs, type StandardSchema } from '@arch/core/builder';

/** The function that reads an object, and the key of the object, for error messages. */
export interface ReadContent {
  readonly operation: string;
  readonly key: string;
}

/** Whether bytes start with the signature of gzip with the only method that exists. https://www.rfc-editor.org/rfc/rfc1952#page-5 */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;

/** Returns the content as text without its byte order mark. Throws if it is not UTF-8; gzip never is. */
export const parseText = ({ operation, key }: ReadContent, bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const reason = isGzip(bytes)
      ? ': it is compressed with gzip. Read it with getObject({ bucket, key, decompress: true })'
      : '';
    throw new UnexpectedResponseError(`${operation}: ${key} is not UTF-8 text${reason}.`, {
      operation,
      id: key,
      cause,
    });
  }
};

/** Returns the text as a value of the schema's type. Throws if the text is not JSON or does not match the schema. */
export const parseContent = async <Value>(
  { operation, key }: ReadContent,
  text: string,
  schema: StandardSchema<Value>,
): Promise<Value> => readAs(schema, parsed({ operation, key }, text), { operation, what: key });

const parsed = ({ operation, key }: ReadContent, text: string): unknown => {
  try {
    return parseJson(text);
  } catch (cause) {
    throw new UnexpectedResponseError(`${operation}: ${key} is not valid JSON: ${(cause as Error).message}.`, {
      operation,
      id: key,
      cause,
    });
  }
};
