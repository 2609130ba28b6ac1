import type { SentOperation } from './sent-operation.js';
import type { TransportRequest } from './transport.js';

/** A response with its request. */
export interface Exchange {
  readonly request: TransportRequest;
  readonly operation: SentOperation | undefined;
  /** The original HTTP status: S3 sends some errors with status 200. */
  readonly status: number;
}

const exchanges = new WeakMap<object, Exchange>();

/** Stores the request of a response, for error messages. */
export const rememberExchange = (response: object, exchange: Exchange): void => void exchanges.set(response, exchange);

/** Returns the exchange of a response. */
export const exchangeOf = (response: object | undefined): Exchange | undefined => response && exchanges.get(response);
