import { AsyncLocalStorage } from 'node:async_hooks';

import type { ErrorTable } from '../translation/error-table.js';
import { type CallOptions, checkCallOptions } from '../declaration/call-options.js';
import type { CommandOutput, CommandType } from '../declaration/command-type.js';
import type { BaseDeclaration } from '../declaration/declaration.js';
import { declared, type DeclaredFunction } from '../declaration/info.js';
import { once } from '../sdk/once.js';
import type { PermissionSpec } from '../declaration/permission.js';
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
  readonly input: ValueType<Record<string, unknown>>;
  readonly item: Schema<unknown>;
  readonly errors?: ErrorTable;
  readonly pages?: PageDeclaration;
  items(answer: unknown): readonly unknown[] | undefined;
}

const pagesOf = (declaration: AnyListOperation, value: unknown, options: CallOptions, stop: AbortSignal): FetchPage => {
  const { name, service, permissions, pages, item, items } = declaration;
  checkCallOptions(name, options);
  const input = readCallInput(declaration, value);
  const session = internalsOf(sessionFor(options));
  const failed = {
    operation: name,
    input,
    tables: [declaration.errors, service.errors],
    statementFor: statementFor(service, permissions),
  };
  return fetchPages(
    {
      name,
      session,
      failed,
      item,
      items,
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
