import { UnexpectedResponseError } from '@arch/core';

/** The requested bytes. */
type RequestedRange =
  | { readonly start: number; readonly end?: number | undefined; readonly last?: undefined }
  | { readonly last: number };

/** The members of a `GetObject` response that describe its range. */
export interface RangedResponse {
  readonly ContentRange?: string | undefined;
  readonly ContentLength?: number | undefined;
  /** The content that was not read. */
  readonly Body?: object | undefined;
  readonly $metadata?: { readonly httpStatusCode?: number | undefined } | undefined;
}

/** Throws if the response contains other bytes than requested: a server or proxy that ignores ranges sends the object from its beginning. */
export const checkRange = (
  operation: string,
  { key, range }: { readonly key: string; readonly range?: RequestedRange | undefined },
  response: RangedResponse,
): void => {
  if (range === undefined) return;
  const wrongStart = range.last !== undefined ? wrongStartOfLast(range.last, response) : wrongStartOf(range, response);
  if (wrongStart === undefined) return;
  // Unread content would occupy its connection.
  (response.Body as { destroy?: () => void } | undefined)?.destroy?.();
  const requested =
    range.last !== undefined ? `the last ${range.last} bytes were requested` : `byte ${range.start} was requested`;
  throw new UnexpectedResponseError(
    `${operation}: the response contains ${key} from byte ${wrongStart}, but ${requested}. The endpoint may ignore ranges.`,
    { operation, resource: 'object', id: key },
  );
};

/** Returns the first byte of the response if it is not the start of the range. */
const wrongStartOf = (
  { start: requested, end }: { readonly start: number; readonly end?: number | undefined },
  { ContentRange: contentRange, ContentLength: length, $metadata }: RangedResponse,
): number | undefined => {
  const [, start] = /^bytes (\d+)-/.exec(contentRange ?? '') ?? [];
  // Without the header, a whole object differs from its part by the length.
  const isWhole =
    $metadata?.httpStatusCode === 200 && requested > 0 && (end === undefined || length !== end + 1 - requested);
  if (start === undefined) return isWhole ? 0 : undefined;
  return Number(start) === requested ? undefined : Number(start);
};

/** Returns the first byte of the response if it contains more than the last bytes, or does not end with the object. */
const wrongStartOfLast = (
  last: number,
  { ContentRange: contentRange, ContentLength: length = 0, $metadata }: RangedResponse,
): number | undefined => {
  const [, start, end, size] = /^bytes (\d+)-(\d+)\/(\d+|\*)/.exec(contentRange ?? '') ?? [];
  if (start === undefined) return $metadata?.httpStatusCode === 200 && length > last ? 0 : undefined;
  const isEnd = size === '*' || Number(size) === Number(end) + 1;
  return isEnd && Number(end) - Number(start) < last ? undefined : Number(start);
};
