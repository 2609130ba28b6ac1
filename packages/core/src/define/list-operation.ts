import { AsyncLocalStorage } from 'node:async_hooks';

import type { ErrorTable } from '../translation/error-table.js';
import { type CallOptions, checkCallOptions } from '../declaration/call-options.js';
import type { CommandOutput, CommandType } from '../declaration/command-type.js';
import type { BaseDeclaration } from '../declaration/declaration.js';
import { declared, type DeclaredFunction, type PolicyLimits } from '../declaration/info.js';
import { once } from '../sdk/once.js';
import { actionsOf, type PermissionSpec } from '../declaration/permission.js';
import { named, type Unnamed } from '../declaration/named.js';
import { readCallInput } from '../declaration/read-call-input.js';
import { send, type Sendable } from '../declaration/send.js';
import { statementFor } from '../declaration/statement-for.js';
import type { Schema } from '../schema/schema.js';
import type { ValueType } from '../schema/value-type.js';
import { sessionFor } from '../session/current-session.js';
import { internalsOf } from '../session/session-internals.js';
import { fetchPages } from './fetch-pages.js';
import type { Listing } from '../listing/listing.js';
import { listingOf } from '../listing/listing-of.js';
import type { FetchPage, PageToken } from '../listing/page.js';
import type { PageDeclaration } from '../listing/page-declaration.js';
import { pagingOf } from '../listing/paging.js';

/** A function that lists resources; pages are requested only as items are read. */
export interface ListOperation<Input, Item, Limits extends PolicyLimits = {}> extends DeclaredFunction<Limits> {
  /** The input is optional if none of its members is required. */
  (
    ...parameters: object extends Input ? [input?: Input, options?: CallOptions] : [input: Input, options?: CallOptions]
  ): Listing<Item>;
}

/** One AWS call that returns a list. */
export interface ListDeclaration<Input, Item, Command extends CommandType> extends BaseDeclaration<Input, Command> {
  readonly item: Schema<Item>;
  /** The items of one response. */
  readonly items: (response: CommandOutput<Command>) => readonly unknown[] | undefined;
  /** Decodes each response before its items and page tokens are read, e.g. the keys of a response with URL-encoded keys. */
  readonly decode?: (response: CommandOutput<Command>) => CommandOutput<Command>;
  /** The members for paging. Default: AWS returns all items in one response. */
  readonly pages?: PageDeclaration;
}

/** Makes a listing function from its declaration. */
export function listOperation<Input, Item, Command extends CommandType, Limits extends PolicyLimits = {}>(
  declare: () => ListDeclaration<Input, Item, Command>,
): ListOperation<Input, Item, Limits>;
export function listOperation(declare: () => Unnamed<AnyListOperation>): ListOperation<object, unknown> {
  const declaration = once(() => named(declare()));
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
  readonly input: ValueType<Record<string, unknown>>;
  readonly item: Schema<unknown>;
  readonly errors?: ErrorTable;
  readonly pages?: PageDeclaration;
  items(response: unknown): readonly unknown[] | undefined;
  decode?(response: unknown): unknown;
}

const pagesOf = (declaration: AnyListOperation, value: unknown, options: CallOptions, stop: AbortSignal): FetchPage => {
  const { name, service, permissions, pages, item, items, decode } = declaration;
  checkCallOptions(name, options);
  const input = readCallInput(declaration, value);
  const session = internalsOf(sessionFor(options));
  const failed = {
    operation: name,
    input,
    tables: [declaration.errors, service.errors],
    statementFor: statementFor(service, permissions),
    actions: actionsOf(permissions),
  };
  return fetchPages(
    {
      name,
      session,
      failed,
      item,
      items,
      decode,
      paging: pages && pagingOf(pages),
      send: (call, token, wanted) =>
        send({ ...declaration, request: withPage(declaration, token, wanted) }, input, session, call),
    },
    options,
    stop,
  );
};

const withPage =
  ({ request, pages }: AnyListOperation, token: PageToken | undefined, wanted: number | undefined) =>
  (input: never): object => {
    const size = pages?.size;
    const own = request?.(input) as object | undefined;
    return {
      ...(size && { [size.member]: Math.min(size.most, Math.max(size.least, wanted ?? size.most)) }),
      ...own,
      ...token,
    };
  };
