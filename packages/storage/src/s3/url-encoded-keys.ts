import { UnexpectedResponseError } from '@arch/core';

/** The request member for URL-encoded keys in the response: XML cannot contain all characters of a key. */
export const urlEncoding: { readonly EncodingType: 'url' } = { EncodingType: 'url' };

/** The member of a listing's response that names the encoding of its keys. */
interface Encoded {
  readonly EncodingType?: string | undefined;
}

type Item = Readonly<Record<string, unknown>>;

/** The members of listings that contain keys, prefixes of keys, or lists of structures with such a member. */
const encodedMembers = [
  'Prefix',
  'Delimiter',
  'StartAfter',
  'KeyMarker',
  'NextKeyMarker',
  'Key',
  'Contents',
  'CommonPrefixes',
  'Versions',
  'DeleteMarkers',
  'Uploads',
] as const;

/**
 * Decodes the keys of a listing. A store that ignores the request for URL-encoded keys does not confirm it in the response; such a response is
 * returned unchanged. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html#API_ListObjectsV2_ResponseSyntax
 */
export const decodeKeys =
  (operation: string) =>
  <Response extends object>(response: Response): Response =>
    (response as Encoded).EncodingType === 'url' ? (decodeIn(operation, response as Item) as Response) : response;

const decodeIn = (operation: string, structure: Item): Item => {
  let decoded: Record<string, unknown> | undefined;
  for (const member of encodedMembers) {
    const value = structure[member];
    if (value === undefined || value === null) continue;
    const own = decodeValue(operation, value);
    if (own !== value) (decoded ??= { ...structure })[member] = own;
  }
  return decoded ?? structure;
};

const decodeValue = (operation: string, value: unknown): unknown => {
  if (typeof value === 'string') return decodeText(operation, value);
  return Array.isArray(value) ? value.map((each: Item) => decodeIn(operation, each)) : value;
};

/** S3 encodes a space as "+", and a plus sign as "%2B". */
const decodeText = (operation: string, text: string): string => {
  if (!/[%+]/.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (cause) {
    throw new UnexpectedResponseError(
      `${operation}: the key ${JSON.stringify(text)} in the response is not a URL-encoded text in UTF-8.`,
      { operation, resource: 'object', id: text, cause },
    );
  }
};
