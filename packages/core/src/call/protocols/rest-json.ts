import type { LazyProtocol } from './protocol.js';

/** The protocol REST with JSON, e.g. of Lambda. */
export const restJson: LazyProtocol = async () => (await import('./rest-json-protocol.js')).restJsonProtocol;
