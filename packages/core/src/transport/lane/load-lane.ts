import type { Transport, TransportOptions } from '../transport.js';
import type { LaneSettings } from './lane-transport.js';

/** Loads the transport for content that is read in blocks. */
export type LoadLane = () => Promise<(ordinary: Transport, settings: LaneSettings) => Transport>;

/** The options of a request whose content may be read with it. */
export interface LaneOptions extends TransportOptions {
  readonly loadLane?: LoadLane | undefined;
}

/** Only the operations that read content in blocks refer to it, so that no other bundle contains it. */
export const loadLane: LoadLane = async () => (await import('./lane-transport.js')).laneTransport;
