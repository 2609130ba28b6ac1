import type { DirectRequest } from '../direct/direct-request.js';
import type { WholeResponse } from '../middleware/whole-content.js';

/** Writes and reads the requests of an operation to one endpoint. */
export interface Codec {
  /** Returns the request of an input. `undefined` if the SDK has to write it. */
  readonly write: (input: object) => DirectRequest | undefined;
  /** Returns the output in a response whose body has been read. `undefined` if the SDK has to read it. */
  readonly read: (response: WholeResponse) => object | Promise<object> | undefined;
}
