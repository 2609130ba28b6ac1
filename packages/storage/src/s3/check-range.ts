import { UnexpectedResponseError } from '@arch/core';

/** The bytes that are asked for. */
interface AskedRange {
  readonly start: number;
  readonly end?: number | undefined;
}

/** A `GetObject` response as far as it says which bytes it has. */
export interface RangedResponse {
  readonly ContentRange?: string | undefined;
  readonly ContentLength?: number | undefined;
  readonly $metadata?: { readonly httpStatusCode?: number | undefined } | undefined;
}

/** Refuses other bytes than those that were asked for: a server or proxy that ignores ranges sends the object from its beginning. */
export const checkRange = (
  operation: string,
  { key, range }: { readonly key: string; readonly range?: AskedRange | undefined },
  { ContentRange: contentRange, ContentLength: length, $metadata }: RangedResponse,
): void => {
  if (range === undefined) return;
  const { start: asked, end } = range;
  const [, start] = /^bytes (\d+)-/.exec(contentRange ?? '') ?? [];
  // Without the header, a whole object differs from its part by the length.
  const isWhole = $metadata?.httpStatusCode === 200 && asked > 0 && (end === undefined || length !== end + 1 - asked);
  const isOther = start === undefined ? isWhole : Number(start) !== asked;
  if (!isOther) return;
  throw new UnexpectedResponseError(
    `${operation}: the response has ${key} from byte ${start ?? 0}, and byte ${asked} was asked for. Does the endpoint ignore ranges?`,
    { operation, resource: 'object', id: key },
  );
};
