import { HttpRequest } from '@smithy/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';

import type { DirectRequest } from '../direct/direct-request.js';
import type { WholeResponse } from '../middleware/whole-content.js';
import { after } from './after.js';
import type { Codec } from './codec.js';
import { hasEvents } from './has-events.js';
import { unlessUnusual } from './unusual-value.js';

/** The members of the SDK's protocols that are used here. */
interface RpcProtocol {
  getShapeId(): string;
  serializeRequest(operation: object, input: object, context: object): Promise<DirectRequest>;
  deserializeMetadata(response: WholeResponse): object;
  readonly deserializer: { read(schema: unknown, bytes: Uint8Array, key?: string): object | Promise<object> };
}

interface RpcOperation {
  readonly name: string;
  readonly input: unknown;
  readonly output: unknown;
}

/** Returns the function that writes the body of requests. */
export type WriterOf = (parts: {
  readonly input: NormalizedSchema;
  /** The body of a request without members. */
  readonly empty: string;
}) => (input: object) => string;

/** The parts of a protocol in which the RPC protocols differ. */
interface RpcParts {
  /** The SDK's context of reading and writing. */
  readonly serde: object;
  readonly writerOf: WriterOf;
  /** Returns the element of a response that contains the output. */
  readonly keyOf?: (operation: string, id: string) => string | undefined;
}

/**
 * Returns the codec of an operation whose documents contain all of its members. The parts that all of its requests share are taken from a request without members, which the
 * SDK has written. `undefined` for operations with event streams, which the SDK writes and reads.
 */
export const rpcCodec = async (
  protocol: object,
  operation: object,
  { serde, writerOf, keyOf }: RpcParts,
): Promise<Codec | undefined> => {
  const own = protocol as RpcProtocol;
  const { name, input, output } = operation as RpcOperation;
  const [ofInput, ofOutput] = [NormalizedSchema.of(input as never), NormalizedSchema.of(output as never)];
  if (!ofInput.isStructSchema() || hasEvents(ofInput) || hasEvents(ofOutput)) return undefined;
  const empty = await own.serializeRequest(operation, {}, serde).catch(() => undefined);
  if (!empty) return undefined;
  const { body: emptyBody, query, headers, ...rest } = empty;
  const bodyOf = writerOf({ input: ofInput, empty: emptyBody as string });
  const key = ofOutput.isStructSchema() ? keyOf?.(name, own.getShapeId()) : undefined;
  return {
    write: (members) => {
      const body = unlessUnusual(() => bodyOf(members));
      if (body === undefined) return undefined;
      return new HttpRequest({ ...rest, query: { ...query }, headers: { ...headers }, body } as never) as never;
    },
    read: (response) => {
      const bytes = response.body as Uint8Array;
      const read = bytes.byteLength > 0 ? own.deserializer.read(ofOutput, bytes, key) : {};
      return after(read, (members: unknown) =>
        Object.assign(typeof members === 'object' && members !== null ? members : {}, {
          $metadata: own.deserializeMetadata(response),
        }),
      );
    },
  };
};
