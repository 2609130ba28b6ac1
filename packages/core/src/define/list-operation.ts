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
import { parseAnswer } from './operation.js';
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

/** A function that lists what AWS has, as far as it is wanted. */
export interface ListOperation<Input, Item> extends DeclaredFunction {
  (input?: Input, options?: CallOptions): Listing<Item>;
}

/** One AWS call that lists. */
export interface ListDeclaration<Input, Item, Command extends CommandType> extends BaseDeclaration<Input, Command> {
  readonly item: Schema<Item>;
  readonly items: (answer: CommandOutput<Command>) => readonly unknown[] | undefined;
  /** How AWS pages: the request's and the answer's member for the token. Without it, AWS answers everything at once. */
  readonly pages?: PageDeclaration;
}

/** How AWS pages. */
export interface PageDeclaration {
  /** The request's member, e.g. `NextToken`. */
  readonly token: string;
  /** The answer's member where it is another, e.g. `NextMarker`. */
  readonly next?: string;
  /** A second token that goes with the first, as S3's `UploadIdMarker` with its `KeyMarker`. */
  readonly second?: { readonly token: string; readonly next: string };
  /** The answer's member that says whether there is more, where a token may stand there all the same, e.g. `IsTruncated`. */
  readonly more?: string;
  /** The request's member for the number of items, its least and its greatest value. */
  readonly size?: { readonly member: string; readonly least: number; readonly most: number };
}

/** Makes a listing function from its declaration. */
export function listOperation<Input, Item, Command extends CommandType>(
  declare: () => ListDeclaration<Input, Item, Command>,
): ListOperation<Input, Item>;
export function listOperation(declare: () => AnyListOperation): ListOperation<object, unknown> {
  const declaration = once(declare);
  const list = (input?: object, options: CallOptions = {}): Listing<unknown> => {
    // A listing belongs to the session within which it is made, wherever it is read.
    const within = AsyncLocalStorage.snapshot();
    return listingOf(declaration().name, (signal) => within(() => pagesOf(declaration(), input, options, signal)));
  };
  return declared(list, 'listing', declaration);
}

/** A declaration whose types are no longer known. */
export interface AnyListOperation extends Sendable {
  readonly permissions: readonly PermissionSpec[];
  readonly input: ZodMiniType<Record<string, unknown>>;
  readonly item: Schema<unknown>;
  readonly errors?: ErrorTable;
  readonly pages?: PageDeclaration;
  items(answer: unknown): readonly unknown[] | undefined;
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
  // A limit that the caller sets is one for the whole listing; the default is one for each page.
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
        const answer = (await send(request, input, session, call)) as Record<string, unknown>;
        const next = pages && nextOf(pages, answer);
        const tell = (items: number): void =>
          publish(call.listeners, 'page', () => ({ operation: name, atMs: session.clock.now(), page, items }));
        const parts = readParts(declaration, { answer, page, unread: reader.unread });
        return { parts: countingItems(translatingErrors(parts, failed), tell), next: next || undefined };
      },
    );
  };
};

/** The items of an answer, which may lack those of its longest list. */
function* readParts(
  { name, item, items }: AnyListOperation,
  { answer, page, unread }: { readonly answer: unknown; readonly page: number; readonly unread: Unread | undefined },
): Generator<readonly unknown[], void, undefined> {
  const metadata = metadataOf(answer);
  let count = 0;
  const at = { place: () => `items[${count}] on page ${page}`, metadata };
  const read = (part: unknown): readonly unknown[] =>
    (items(part) ?? []).map((each) => {
      const value = parseAnswer(name, item, each, at);
      count++;
      return value;
    });
  if (!unread) yield read(answer);
  // What has items without the longest list makes them of another one too: with every part they would come again.
  else if (items(answer)?.length) yield read(unread.whole());
  else for (const part of unread.parts) yield read(part);
}

function* translatingErrors<Part>(parts: Iterable<Part>, failed: FailedCall): Generator<Part, void, undefined> {
  try {
    yield* parts;
  } catch (error) {
    throw translateError(error, failed);
  }
}

/** Says how many items there were, of those that anyone wanted. */
function* countingItems<Item>(
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

/** Where the next page begins: one text, also where AWS needs two. */
const nextOf = ({ token, next = token, second, more }: PageDeclaration, answer: Record<string, unknown>): string => {
  const first = answer[next] as string | undefined;
  if (!first || (more !== undefined && answer[more] === false)) return '';
  return second ? JSON.stringify([first, answer[second.next] ?? '']) : first;
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
