import { type FailedCall, translateError } from '../translation/translate-error.js';
import type { PartsReader, Unread } from '../decode/index.js';
import { publish } from '../events/publish.js';
import type { CallOptions } from '../declaration/call-options.js';
import { parseResponse } from './operation.js';
import { run } from '../call/run.js';
import type { Schema } from '../schema/schema.js';
import type { Call } from '../call/call.js';
import type { Effect } from '../call/effect.js';
import { deadlineOf } from '../call/deadline-of.js';
import { metadataOf } from '../transport/response-metadata.js';
import type { SessionInternals } from '../session/session-internals.js';
import type { FetchPage, PageToken } from '../listing/page.js';
import { nextOf, type Paging } from '../listing/paging.js';

/** What is fetched page by page. */
export interface PagedRequest {
  readonly name: string;
  readonly session: SessionInternals;
  readonly failed: FailedCall;
  readonly item: Schema<unknown>;
  /** What its requests do. Default: they read. */
  readonly effect?: Effect | undefined;
  /** Without it, one response has everything. */
  readonly paging: Paging | undefined;
  items(answer: unknown): readonly unknown[] | undefined;
  /** Sends the request for the page that begins at a token. */
  send(call: Call, token: PageToken | undefined, wanted: number | undefined): Promise<unknown>;
}

/** After so many pages, timers and signals get their turn. */
const pagesPerTurn = 16;

/** Fetches pages, each as one call; a limit that the caller sets is one for the whole listing, the default is one for each page. */
export const fetchPages = (request: PagedRequest, options: CallOptions, stop: AbortSignal): FetchPage => {
  const { name, session, failed, paging, effect } = request;
  const signal = options.signal ? AbortSignal.any([options.signal, stop]) : stop;
  const startedAt = session.clock.now();
  const limitMs = options.timeoutMs;
  return async ({ token, page, wanted }) => {
    // Responses that arrive at once, as a test's may, would leave timers and signals no time to end the listing.
    if (page % pagesPerTurn === 0) await new Promise((resolve) => setImmediate(resolve));
    const leftMs = limitMs === undefined ? session.limits.callMs : startedAt + limitMs - session.clock.now();
    const own = { ...options, signal, timeoutMs: Math.max(1, leftMs) };
    const it = { name, session, options: own, timeoutMs: own.timeoutMs, limitMs, failed, effect };
    return run(it, async (call) => {
      call.phase = `requesting page ${page}`;
      if (leftMs <= 0) throw deadlineOf(call, { limit: 'call', timeoutMs: own.timeoutMs, limitMs });
      const reader: PartsReader = { unread: undefined };
      call.partsReader = reader;
      const answer = await request.send(call, token, wanted);
      const tell = (items: number): void =>
        publish(call.listeners, 'page', () => ({ operation: name, atMs: session.clock.now(), page, items }));
      const parts = told(translated(readParts(request, { answer, page, unread: reader.unread }), failed), tell);
      try {
        return { parts, next: paging && nextOf(name, paging, answer) };
      } catch (error) {
        return { parts: endingWith(parts, error), next: undefined };
      }
    });
  };
};

/** The items of an answer, which may lack those of its longest list. */
function* readParts(
  { name, item, items }: PagedRequest,
  { answer, page, unread }: { readonly answer: unknown; readonly page: number; readonly unread: Unread | undefined },
): Generator<readonly unknown[], void, undefined> {
  const metadata = metadataOf(answer);
  let count = 0;
  const at = { place: () => `items[${count}] on page ${page}`, metadata };
  const read = (part: unknown): readonly unknown[] =>
    (items(part) ?? []).map((each) => {
      const value = parseResponse(name, item, each, at);
      count++;
      return value;
    });
  if (!unread) yield read(answer);
  // What has items without the longest list makes them of another one too: with every part they would come again.
  else if (items(answer)?.length) yield read(unread.whole());
  else for (const part of unread.parts) yield read(part);
}

function* translated<Part>(parts: Iterable<Part>, failed: FailedCall): Generator<Part, void, undefined> {
  try {
    yield* parts;
  } catch (error) {
    throw translateError(error, failed);
  }
}

/** Says how many items there were, of those that anyone wanted. */
function* told<Item>(
  parts: Iterable<readonly Item[]>,
  tell: (items: number) => void,
): Generator<readonly Item[], void, undefined> {
  let count = 0;
  try {
    for (const part of parts) {
      count += part.length;
      yield part;
    }
  } finally {
    tell(count);
  }
}

/** The items come first: who needs no more than these gets them. */
function* endingWith<Part>(parts: Iterable<Part>, error: unknown): Generator<Part, void, undefined> {
  yield* parts;
  throw error;
}
