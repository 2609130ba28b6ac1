import type { SentOperation } from './sent-operation.js';
import type { TransportRequest } from './transport.js';

/** A response together with the request that it belongs to. */
export interface Exchange {
  readonly request: TransportRequest;
  readonly operation: SentOperation | undefined;
  /** HTTP status as it came over the wire: S3 reports some errors with status 200. */
  readonly status: number;
}

const exchanges = new WeakMap<object, Exchange>();

/** Remembers which request a response belongs to, for the errors that are made from it. */
export const rememberExchange = (response: object, exchange: Exchange): void => void exchanges.set(response, exchange);

/** The exchange that a response belongs to. */
export const exchangeOf = (response: object | undefined): Exchange | undefined => response && exchanges.get(response);
