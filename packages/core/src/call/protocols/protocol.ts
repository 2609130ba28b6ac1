import type { Reading } from '../../decode/index.js';
import type { Codec } from './codec.js';

/** The client of a service, whose SDK protocol is completed. */
export interface ProtocolClient {
  readonly config: { readonly protocol: object };
}

/** Reads and writes documents of a protocol, quicker than the SDK does. */
export interface Protocol {
  /** The SDK's names of the protocol and its versions. */
  readonly ids: readonly string[];
  /** Makes a client read responses with the reader of the protocol. */
  readonly install: (client: ProtocolClient, reading: Reading) => void;
  /** Returns the codec of an operation to one endpoint. `undefined` if the SDK writes and reads its requests. */
  readonly codecOf: (protocol: object, operation: object, serde: object) => Promise<Codec | undefined>;
}

/** A protocol that is loaded with the first client that uses it. */
export type LazyProtocol = () => Promise<Protocol>;
