import { AsyncLocalStorage } from 'node:async_hooks';

import type { ZodMiniType } from 'zod/mini';

import type { ErrorTable } from '../translation/error-table.js';
import { type FailedCall, translateError } from '../translation/translate-error.js';
import type { PartsReader, Unread } from '../decode/index.js';
import { publish } from '../events/publish.js';
import { type CallOptions, checkCallOptions } from '../declaration/call-options.js';
import type { CommandOutput, CommandType } from '../declaration/command-type.js';
import type { BaseDeclaration } from '../declaration/declaration.js';
import { declared, type DeclaredFunction } from '../declaration/info.js';
import { once } from '../sdk/once.js';
import { parseResponse } from './operation.js';
import type { PermissionSpec } from '../declaration/permission.js';
import { readCallInput } from '../declaration/read-call-input.js';
import { run } from '../call/run.js';
import { send, type Sendable } from '../declaration/send.js';
import { statementFor } from '../declaration/statement-for.js';
import type { Schema } from '../schema/schema.js';
import { sessionFor } from '../session/current-session.js';
import { metadataOf } from '../call/response-metadata.js';
import { internalsOf } from '../session/session-internals.js';
import type { Listing } from '../listing/listing.js';
import { listingOf } from '../listing/listing-of.js';
import type { FetchPage } from '../listing/page.js';

/** A function that lists resources; pages are requested only as items are read. */
export interface ListOperation<Input, Item> extends DeclaredFunction {
  (input?: Input, options?: CallOptions): Listing<Item>;
}

/** One AWS call that returns a list. */
export interface ListDeclaration<Input, Item, Command extends CommandType> extends BaseDeclaration<Input, Command> {
  readonly item: Schema<Item>;
  /** The items of one response. */
  readonly items: (response: CommandOutput<Command>) => readonly unknown[] | undefined;
  /** The members for paging. Default: AWS returns all items in one response. */
  readonly pages?: PageDeclaration;
}

/** The members of request and response that AWS uses for paging. */
export interface PageDeclaration {
  /** The request member for the token, e.g. `NextToken`. */
  readonly token: string;
  /** The response member for the token of the next page, e.g. `NextMarker`. Default: `token`. */
  readonly next?: string;
  /** A second token in addition to the first, e.g. S3's `UploadIdMarker` with its `KeyMarker`. */
  readonly second?: { readonly token: string; readonly next: string };
  /** The response member that is `false` on the last page even if there is a token, e.g. `IsTruncated`. */
  readonly more?: string;
  /** The request member for the page size, with its minimum and maximum. */
  readonly size?: { readonly member: string; readonly least: number; readonly most: number };
}

/** Makes a listing function from its declaration. */
export function listOperation<Input, Item, Command extends CommandType>(
  declare: () => ListDeclaration<Input, Item, Command>,
): ListOperation<Input, Item>;
export function listOperation(declare: () => AnyListOperation): ListOperation<object, unknown> {
  const declaration = once(declare);
  const list = (input?: object, options: CallOptions = {}): Listing<unknown> => {
    // A listing uses the session of the place where it was created, not where it is read.
    const inContext = AsyncLocalStorage.snapshot();
    return listingOf(declaration().name, (signal) => inContext(() => pagesOf(declaration(), input, options, signal)));
  };
  return declared(list, 'listing', declaration);
}

/** A declaration without its type parameters. */
export interface AnyListOperation extends Sendable {
  readonly permissions: readonly PermissionSpec[];
  readonly input: ZodMiniType<Record<string, unknown>>;
  readonly item: Schema<unknown>;
  readonly errors?: ErrorTable;
  readonly pages?: PageDeclaration;
  items(response: unknown): readonly unknown[] | undefined;
}

const pagesOf = (declaration: AnyListOperation, value: unknown, options: CallOptions, stop: AbortSignal): FetchPage => {
  const { name, service, permissions, pages } = declaration;
  checkCallOptions(name, options);
  const input = readCallInput(declaration, value);
  const session = internalsOf(sessionFor(options));
  const failed = {
    operation: name,
    input,
    tables: [declaration.errors, service.errors],
    statementFor: statementFor(service, permissions),
  };
  const signal = options.signal ? AbortSignal.any([options.signal, stop]) : stop;
  const startedAt = session.clock.now();
  // A timeout of the caller is for the whole listing; the default is for each page.
  const leftMs = (): number =>
    options.timeoutMs === undefined
      ? session.limits.callMs
      : Math.max(1, startedAt + options.timeoutMs - session.clock.now());
  return async ({ token, page, wanted }) => {
    const request = { ...declaration, request: withPage(declaration, token, wanted) };
    const own = { ...options, signal, timeoutMs: leftMs() };
    return run(
      { name, session, options: own, timeoutMs: own.timeoutMs, limitMs: options.timeoutMs, failed },
      async (call) => {
        const reader: PartsReader = { unread: undefined };
        call.partsReader = reader;
        const response = (await send(request, input, session, call)) as Record<string, unknown>;
        const next = pages && nextOf(pages, response);
        const publishPage = (items: number): void =>
          publish(call.listeners, 'page', () => ({ operation: name, atMs: session.clock.now(), page, items }));
        const parts = readParts(declaration, { response, page, unread: reader.unread });
        return { parts: countingItems(translatingErrors(parts, failed), publishPage), next: next || undefined };
      },
    );
  };
};

/** Reads the items of a response, whose longest list may still be undecoded. */
function* readParts(
  { name, item, items }: AnyListOperation,
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
  else if (items(response)?.length) yield read(unread.whole());
  else for (const part of unread.parts) yield read(part);
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

/** The token of the next page as one string, also where AWS uses two tokens; empty if there is none. */
const nextOf = ({ token, next = token, second, more }: PageDeclaration, response: Record<string, unknown>): string => {
  const first = response[next] as string | undefined;
  if (!first || (more !== undefined && response[more] === false)) return '';
  return second ? JSON.stringify([first, response[second.next] ?? '']) : first;
};

const tokensOf = ({ token, second }: PageDeclaration, next: string): object => {
  if (!second) return { [token]: next };
  const [one, other] = JSON.parse(next) as [string, string];
  return { [token]: one, ...(other && { [second.token]: other }) };
};

const withPage =
  ({ request, pages }: AnyListOperation, token: string | undefined, wanted: number | undefined) =>
  (input: never): object => {
    const size = pages?.size;
    const own = request?.(input) as object | undefined;
    return {
      ...(size && { [size.member]: Math.min(size.most, Math.max(size.least, wanted ?? size.most)) }),
      ...own,
      ...(pages && token !== undefined && tokensOf(pages, token)),
    };
  };
