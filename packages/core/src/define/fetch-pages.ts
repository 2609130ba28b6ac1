import { type FailedCall, translateError } from '../translation/translate-error.js';
import type { PartsReader, Unread } from '../decode/index.js';
import { publish } from '../events/publish.js';
import type { CallOptions } from '../declaration/call-options.js';
import { parseResponse } from './output-of.js';
import { run } from '../call/run.js';
import type { Schema } from '../schema/schema.js';
import type { Call } from '../call/call.js';
import type { Effect } from '../call/effect.js';
import { toDeadlineError } from '../call/to-deadline-error.js';
import { untilNextTurn } from '../clock/until-next-turn.js';
import { metadataOf } from '../transport/response-metadata.js';
import type { SessionInternals } from '../session/session-internals.js';
import type { FetchPage, PageToken } from '../listing/page.js';
import { nextOf, type Paging } from '../listing/paging.js';

/** A request for a list, page by page. */
export interface PagedRequest {
  readonly name: string;
  readonly session: SessionInternals;
  readonly failed: FailedCall;
  readonly item: Schema<unknown>;
  /** The effect of the requests. Default: they read. */
  readonly effect?: Effect | undefined;
  /** Default: one response contains all items. */
  readonly paging: Paging | undefined;
  items(response: unknown): readonly unknown[] | undefined;
  /** Decodes a response, or a part of it, before it is read. */
  readonly decode?: ((response: unknown) => unknown) | undefined;
  /** Sends the request for the page that begins at a token. */
  send(call: Call, token: PageToken | undefined, wanted: number | undefined): Promise<unknown>;
}

/** The number of pages after which timers and signals can run. */
const pagesPerTurn = 16;

const unchanged = (response: unknown): unknown => response;

/** Requests pages, each as one call. A timeout of the caller is for the whole listing; the default is for each page. */
export const fetchPages = (request: PagedRequest, options: CallOptions, stop: AbortSignal): FetchPage => {
  const { name, session, failed, paging, effect, decode = unchanged } = request;
  const signal = options.signal ? AbortSignal.any([options.signal, stop]) : stop;
  const startedAt = session.clock.now();
  const limitMs = options.timeoutMs;
  return async ({ token, page, wanted }) => {
    // Responses that arrive immediately, e.g. in tests, would not let timers and signals end the listing.
    if (page % pagesPerTurn === 0) await untilNextTurn();
    const leftMs = limitMs === undefined ? session.limits.callMs : startedAt + limitMs - session.clock.now();
    const own = { ...options, signal, timeoutMs: Math.max(1, leftMs) };
    const it = { name, session, options: own, timeoutMs: own.timeoutMs, limitMs, failed, effect };
    return run(it, async (call) => {
      call.phase = `requesting page ${page}`;
      if (leftMs <= 0) throw toDeadlineError(call, { limit: 'call', timeoutMs: own.timeoutMs, limitMs });
      const reader: PartsReader = { unread: undefined };
      call.partsReader = reader;
      const response = decode(await request.send(call, token, wanted));
      const publishPage = (items: number): void =>
        publish(call.listeners, 'page', () => ({ operation: name, atMs: session.clock.now(), page, items }));
      const parts = countingItems(
        translatingErrors(readParts(request, { response, page, unread: reader.unread }), failed),
        publishPage,
      );
      try {
        return { parts, next: paging && nextOf(name, paging, response) };
      } catch (error) {
        return { parts: endingWith(parts, error), next: undefined };
      }
    });
  };
};

/** Reads the items of a response, whose longest list may still be undecoded. */
function* readParts(
  { name, item, items, decode = unchanged }: PagedRequest,
  {
    response,
    page,
    unread,
  }: { readonly response: unknown; readonly page: number; readonly unread: Unread | undefined },
): Generator<readonly unknown[], void, undefined> {
  const metadata = metadataOf(response);
  let count = 0;
  const at = { place: () => `items[${count}] on page ${page}`, metadata };
  const read = (part: unknown): readonly unknown[] =>
    (items(part) ?? []).map((each) => {
      const value = parseResponse(name, item, each, at);
      count++;
      return value;
    });
  if (!unread) yield read(response);
  // Items come from another list too: reading part by part would return those items again for every part.
  else if (items(response)?.length) yield read(decode(unread.whole()));
  else for (const part of unread.parts) yield read(decode(part));
}

function* translatingErrors<Part>(parts: Iterable<Part>, failed: FailedCall): Generator<Part, void, undefined> {
  try {
    yield* parts;
  } catch (error) {
    throw translateError(error, failed);
  }
}

/** Calls back with the number of items that were read. */
function* countingItems<Item>(
  parts: Iterable<readonly Item[]>,
  done: (items: number) => void,
): Generator<readonly Item[], void, undefined> {
  let count = 0;
  try {
    for (const part of parts) {
      count += part.length;
      yield part;
    }
  } finally {
    done(count);
  }
}

/** Throws the error after the items: a caller that needs only these items receives them. */
function* endingWith<Part>(parts: Iterable<Part>, error: unknown): Generator<Part, void, undefined> {
  yield* parts;
  throw error;
}
