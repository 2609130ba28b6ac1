import { NodeHttpHandler } from '@smithy/node-http-handler';

import { inSlices } from './in-slices.js';
import type { SocketPools } from './socket-pools.js';
import type { Transport } from './transport.js';

const quiet = { warn: (): void => undefined };

/** Makes a transport from the SDK's handler for `node:http` and `node:https`. */
export const sdkTransport = (pools: SocketPools): Transport => {
  const handler = new NodeHttpHandler({
    httpAgent: pools.http(),
    httpsAgent: pools.https(),
    // No warning is needed: the deadline ends requests that wait too long for a socket. But the timer must be short: the handler does not
    // clear it when Node.js rejects a request, and it keeps the process alive.
    socketAcquisitionWarningTimeout: 1,
    logger: quiet as never,
    socketTimeout: 0,
  });
  return inSlices(handler as unknown as Transport);
};
