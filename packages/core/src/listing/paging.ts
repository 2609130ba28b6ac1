import { UnexpectedResponseError } from '../errors/unexpected-response-error.js';
import { metadataOf } from '../transport/response-metadata.js';
import type { PageToken } from './page.js';
import type { PageDeclaration } from './page-declaration.js';

/** Where responses name the next page, and where requests take it. */
export interface Paging {
  /** Members of the request, and where the response has what goes there: a path such as `EngineDefaults.Marker`. */
  readonly tokens: readonly { readonly token: string; readonly next: string }[];
  /** Where the response says whether there are more pages. */
  readonly more?: string | undefined;
}

/** The paging of a declaration. */
export const pagingOf = ({ token, next = token, further = [], more }: PageDeclaration): Paging => ({
  tokens: [{ token, next }, ...further],
  more,
});

/** The value at a path of a response, e.g. `EngineDefaults.Marker`. */
export const valueAt = (answer: unknown, path: string): unknown => {
  let found = answer;
  for (const name of path.split('.')) found = (found as Record<string, unknown> | null | undefined)?.[name];
  return found ?? undefined;
};

/** Where the next page begins. A response that promises more pages without a token is an error, never the end of the listing. */
export const nextOf = (name: string, { tokens, more }: Paging, answer: unknown): PageToken | undefined => {
  const hasMore = more === undefined ? undefined : valueAt(answer, more);
  if (hasMore === false) return undefined;
  const found = tokens
    .map(({ token, next }) => [token, valueAt(answer, next)] as const)
    .filter(([, value]) => value !== undefined && value !== '');
  if (found.length > 0) return Object.fromEntries(found);
  if (hasMore !== true) return undefined;
  const { httpStatusCode: status, requestId } = metadataOf(answer) ?? {};
  const problem =
    tokens.length === 0
      ? 'but none of its members names the next page. Send the command with call(), and request the next page yourself.'
      : `but no ${tokens.map(({ next }) => next).join(' or ')}, so the next page cannot be requested.`;
  const request = requestId === undefined ? '' : ` (request ${requestId})`;
  const message = `${name}: the response has ${more}: true, ${problem}${request}`;
  throw new UnexpectedResponseError(message, { operation: name, status, requestId });
};

/** A token as a text that is the same for equal tokens: some, such as DynamoDB's, are structures. */
export const tokenText = (token: PageToken): string =>
  JSON.stringify(token, (_name, value: unknown) => {
    if (typeof value === 'bigint') return `${value}n`;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
