import { HttpRequest } from '@smithy/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';

import type { WholeResponse } from '../middleware/whole-content.js';
import type { DirectRequest } from './direct-request.js';
import { jsonWriter, UnusualValue } from './json-writer.js';

/** The members of the SDK's protocols that are used here. */
interface RpcProtocol {
  getShapeId(): string;
  serializeRequest(operation: object, input: object, context: object): Promise<DirectRequest>;
  deserializeMetadata(response: WholeResponse): object;
  readonly serializer: { write(schema: unknown, value: unknown): void; flush(): string };
  readonly deserializer: { read(schema: unknown, bytes: Uint8Array, key?: string): object | Promise<object> };
}

interface RpcOperation {
  readonly name: string;
  readonly input: unknown;
  readonly output: unknown;
}

/** Writes and reads the requests of an operation whose documents contain all of its members. */
export interface Rpc {
  readonly write: (input: object) => DirectRequest | undefined;
  readonly read: (response: WholeResponse) => object | Promise<object>;
}

const json = new Set(['aws.protocols#awsJson1_0', 'aws.protocols#awsJson1_1']);
const query = new Set(['aws.protocols#ec2Query', 'aws.protocols#awsQuery']);

/**
 * Returns the functions for an operation to one endpoint. The parts that all of its requests share are taken from a request without members, which the
 * SDK has written. `undefined` if the SDK writes and reads each request: of the REST protocols, and of operations with event streams.
 */
export const rpcOf = async (protocol: object, operation: object, serde: object): Promise<Rpc | undefined> => {
  const own = protocol as RpcProtocol;
  const { name, input, output } = operation as RpcOperation;
  const id = own.getShapeId();
  const [ofInput, ofOutput] = [NormalizedSchema.of(input as never), NormalizedSchema.of(output as never)];
  if (!json.has(id) && !query.has(id)) return undefined;
  if (!ofInput.isStructSchema() || ofInput.getEventStreamMember() || ofOutput.getEventStreamMember()) return undefined;
  const empty = await own.serializeRequest(operation, {}, serde).catch(() => undefined);
  if (!empty) return undefined;
  const bodyOf = json.has(id) ? jsonWriter(ofInput) : queryWriter(own, ofInput, empty.body as string);
  const key = id === 'aws.protocols#awsQuery' && ofOutput.isStructSchema() ? `${name}Result` : undefined;
  return {
    write: (members) => {
      try {
        const body = bodyOf(members);
        const { query: ofQuery, headers, ...rest } = empty;
        return new HttpRequest({ ...rest, query: { ...ofQuery }, headers: { ...headers }, body } as never) as never;
      } catch (error) {
        if (error instanceof UnusualValue) return undefined;
        throw error;
      }
    },
    read: (response) => {
      const bytes = response.body as Uint8Array;
      const read = bytes.byteLength > 0 ? own.deserializer.read(ofOutput, bytes, key) : {};
      const complete = (members: unknown): object =>
        Object.assign(typeof members === 'object' && members !== null ? members : {}, {
          $metadata: own.deserializeMetadata(response),
        });
      return read instanceof Promise ? read.then(complete) : complete(read);
    },
  };
};

/** Writes requests of the query protocols with the SDK's serializer. All start with the name of the action. */
const queryWriter = (
  { serializer }: RpcProtocol,
  schema: NormalizedSchema,
  empty: string,
): ((input: object) => string) => {
  const [start = ''] = /^Action=[^&]*&Version=[^&]*/.exec(empty) ?? [];
  return (input) => {
    let isWritten = false;
    try {
      serializer.write(schema, input);
      isWritten = true;
    } finally {
      // Otherwise the next request would contain a part of this one.
      if (!isWritten) serializer.flush();
    }
    return `${start}${serializer.flush()}`;
  };
};
