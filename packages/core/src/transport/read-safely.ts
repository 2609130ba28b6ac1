import { exchangeOf } from './exchange.js';
import { InvalidResponseError } from './invalid-response-error.js';
import { requestIdOf } from './request-id-of.js';
import type { TransportResponse } from './transport.js';

type Deserialize = (operation: unknown, context: unknown, response: TransportResponse) => Promise<unknown>;

/**
 * Makes the protocol of a client throw an `InvalidResponseError` for a response that cannot be read: errors of the SDK and V8 quote the
 * document, which may contain a secret. AWS errors are unchanged.
 */
export const readSafely = (protocol: object): void => {
  const reading = protocol as { deserializeResponse?: Deserialize };
  const deserialize = reading.deserializeResponse?.bind(protocol);
  if (!deserialize) return;
  reading.deserializeResponse = async (operation, context, response) => {
    try {
      return await deserialize(operation, context, response);
    } catch (error) {
      if (!(error instanceof Error) || '$fault' in error) throw error;
      const status = exchangeOf(response)?.status ?? response.statusCode;
      throw new InvalidResponseError(`the response cannot be read: ${reasonOf(error)} (HTTP status ${status})`, {
        status,
        requestId: requestIdOf(response.headers),
      });
    }
  };
};

/** Describes why a document cannot be read, without quoting it. */
const reasonOf = (error: Error): string => {
  if (error.name === 'XmlSyntaxError') return error.message;
  if (error.name !== 'SyntaxError') return 'a value does not have the type of its member';
  const position = /position (\d+)/.exec(error.message)?.[1];
  return position ? `invalid JSON at character ${position}` : 'the JSON is truncated';
};
