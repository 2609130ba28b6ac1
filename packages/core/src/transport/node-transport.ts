import { directTransport } from './direct-transport.js';
import type { LaneSettings } from './lane/lane-transport.js';
import type { LaneOptions, LoadLane } from './lane/load-lane.js';
import { lazyTransport } from './lazy-transport.js';
import type { NetworkSettings, SocketSettings } from './socket-settings.js';
import { socketPools } from './socket-pools.js';
import type { Transport } from './transport.js';

/** Makes a transport over `node:http` and `node:https`, with one pool of sockets for each. The SDK's handler is loaded with the first request that needs it. */
export const nodeTransport = (settings: SocketSettings, network: NetworkSettings = {}): Transport => {
  const { connectMs, maxSockets, lane = true } = settings;
  const pools = socketPools(settings, network);
  const ordinary = lazyTransport(async () => (await import('./sdk-transport.js')).sdkTransport(pools));
  // Node.js changes requests to a proxy.
  if (network.proxies) return { handle: ordinary.handle, destroy: () => pools.destroy() };
  const transport = directTransport(ordinary, pools);
  return lane ? withLane(transport, { connectMs, maxSockets, ca: network.ca }) : transport;
};

/** Adds the way for the content of large objects, which is loaded with its first use. */
const withLane = (ordinary: Transport, settings: LaneSettings): Transport => {
  let lane: Transport | undefined;
  const laneOf = (loadLane: LoadLane): Transport =>
    (lane ??= lazyTransport(async () => (await loadLane())(ordinary, settings)));
  return {
    handle: (request, options?: LaneOptions) =>
      (options?.loadLane ? laneOf(options.loadLane) : ordinary).handle(request, options),
    destroy: () => {
      lane?.destroy();
      ordinary.destroy();
    },
  };
};
