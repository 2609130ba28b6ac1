import { UnexpectedResponseError } from '@arch/core';

/** The bytes that are requested. */
type RequestedRange =
  | { readonly start: number; readonly end?: number | undefined; readonly last?: undefined }
  | { readonly last: number };

/** A `GetObject` response as far as it says which bytes it has. */
export interface RangedResponse {
  readonly ContentRange?: string | undefined;
  readonly ContentLength?: number | undefined;
  readonly $metadata?: { readonly httpStatusCode?: number | undefined } | undefined;
}

/** Refuses other bytes than those that were requested: a server or proxy that ignores ranges sends the object from its beginning. */
export const checkRange = (
  operation: string,
  { key, range }: { readonly key: string; readonly range?: RequestedRange | undefined },
  response: RangedResponse,
): void => {
  if (range === undefined) return;
  const other = range.last !== undefined ? otherThanLast(range.last, response) : otherThanStart(range, response);
  if (other === undefined) return;
  const requested =
    range.last !== undefined ? `the last ${range.last} bytes were requested` : `byte ${range.start} was asked for`;
  throw new UnexpectedResponseError(
    `${operation}: the response has ${key} from byte ${other}, and ${requested}. Does the endpoint ignore ranges?`,
    { operation, resource: 'object', id: key },
  );
};

/** Where the response begins, if it does not begin at the start of the range. */
const otherThanStart = (
  { start: asked, end }: { readonly start: number; readonly end?: number | undefined },
  { ContentRange: contentRange, ContentLength: length, $metadata }: RangedResponse,
): number | undefined => {
  const [, start] = /^bytes (\d+)-/.exec(contentRange ?? '') ?? [];
  // Without the header, a whole object differs from its part by the length.
  const isWhole = $metadata?.httpStatusCode === 200 && asked > 0 && (end === undefined || length !== end + 1 - asked);
  if (start === undefined) return isWhole ? 0 : undefined;
  return Number(start) === asked ? undefined : Number(start);
};

/** Where the response begins, if it is more than the last bytes or does not end with the object. */
const otherThanLast = (
  last: number,
  { ContentRange: contentRange, ContentLength: length = 0, $metadata }: RangedResponse,
): number | undefined => {
  const [, start, end, size] = /^bytes (\d+)-(\d+)\/(\d+|\*)/.exec(contentRange ?? '') ?? [];
  if (start === undefined) return $metadata?.httpStatusCode === 200 && length > last ? 0 : undefined;
  const isEnd = size === '*' || Number(size) === Number(end) + 1;
  return isEnd && Number(end) - Number(start) < last ? undefined : Number(start);
};
