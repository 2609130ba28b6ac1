import { HttpRequest } from '@smithy/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';

import type { DirectRequest } from '../direct/direct-request.js';
import type { WholeResponse } from '../middleware/whole-content.js';
import { after } from './after.js';
import type { Codec } from './codec.js';
import { hasEvents } from './has-events.js';
import { type ReadDocument, restReader } from './rest-reader.js';
import { type RestDocuments, restWriter } from './rest-writer.js';
import { unlessUnusual } from './unusual-value.js';

/** The members of the SDK's REST protocols that are used here. */
interface RestProtocol {
  updateServiceEndpoint(request: DirectRequest, endpoint: object): void;
  deserializeMetadata(response: WholeResponse): object;
  readonly deserializer: { readonly codecDeserializer: { read: ReadDocument } };
}

interface Operation {
  readonly traits: { readonly http?: readonly [string, string, number]; readonly endpoint?: unknown } | number;
  readonly input: unknown;
  readonly output: unknown;
}

/** The parts of a protocol in which the REST protocols differ. */
interface RestParts {
  /** The SDK's context of reading and writing. */
  readonly serde: object;
  readonly documents: RestDocuments;
  /** The value of a payload that a response does not contain. */
  readonly noPayload?: null;
}

/**
 * Returns the codec of an operation whose members are in the path, the query, headers and the body. `undefined` for operations with event streams or
 * with a host of their own, which the SDK writes and reads.
 */
export const restCodec = async (
  protocol: object,
  operation: object,
  { serde, documents, noPayload }: RestParts,
): Promise<Codec | undefined> => {
  const own = protocol as RestProtocol;
  const { traits, input, output } = operation as Operation;
  if (typeof traits !== 'object' || !traits.http || traits.endpoint !== undefined) return undefined;
  const [ofInput, ofOutput] = [NormalizedSchema.of(input as never), NormalizedSchema.of(output as never)];
  if (hasEvents(ofInput) || hasEvents(ofOutput)) return undefined;
  const base = new HttpRequest({ query: {}, headers: {} } as never) as unknown as DirectRequest;
  own.updateServiceEndpoint(base, await (serde as { endpoint: () => Promise<object> }).endpoint());
  const [method, uri] = traits.http;
  const write = restWriter({ input: ofInput, http: [method, uri], base, documents });
  const read = restReader({
    output: ofOutput,
    readDocument: (schema, bytes) => own.deserializer.codecDeserializer.read(schema, bytes),
    ...(noPayload === null && { noPayload }),
  });
  return {
    write: (members) => unlessUnusual(() => write(members as never)),
    read: (response) =>
      unlessUnusual(() =>
        after(read(response), (members) => Object.assign(members, { $metadata: own.deserializeMetadata(response) })),
      ),
  };
};
