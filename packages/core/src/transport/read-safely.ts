import { exchangeOf } from './exchange.js';
import { InvalidResponseError } from './invalid-response-error.js';
import { requestIdOf } from './request-id-of.js';
import type { TransportResponse } from './transport.js';

type Deserialize = (operation: unknown, context: unknown, response: TransportResponse) => Promise<unknown>;

/**
 * Lets a client's protocol fail safely. What cannot be read becomes an error of ours: those of the SDK and of V8 quote the document, in which
 * a secret may be. Errors of AWS stay what they are.
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

/** Why a document cannot be read, without its words. */
const reasonOf = (error: Error): string => {
  if (error.name === 'XmlSyntaxError') return error.message;
  if (error.name !== 'SyntaxError') return 'a value does not have the type of its member';
  const position = /position (\d+)/.exec(error.message)?.[1];
  return position ? `its JSON breaks at character ${position}` : 'its JSON breaks off';
};
