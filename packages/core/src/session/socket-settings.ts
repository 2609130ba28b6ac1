/** How sockets are made. */
export interface SocketSettings {
  readonly connectMs: number;
  readonly maxSockets: number;
}
