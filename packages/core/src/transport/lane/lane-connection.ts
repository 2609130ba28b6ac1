import type { OnReadOpts, Socket } from 'node:net';

import { blockBytes, type BlockStore } from './block-store.js';

/** The least free bytes of a block that is read into. */
const leastFreeBytes = 65_536;

/** The most bytes that may arrive after a pause: what TLS has received, but not yet decrypted. */
const spareBytes = 262_144;

/** Receives the events of a connection. */
export interface Receiver {
  /** Bytes have arrived. Returns whether further bytes are read now; otherwise `resume` continues. */
  received(): boolean;
  /** The connection is closed, with an error or by the server. */
  closed(error: Error | undefined): void;
}

/** A part of a block. `free` must be called when its bytes are no longer needed. */
interface TakenBlock {
  readonly bytes: Uint8Array;
  readonly free: () => void;
}

/** Opens a socket that reads into the buffers of `onread`. */
export type OpenSocket = (onread: OnReadOpts) => Socket;

/** A connection that reads into two blocks of memory in turn: Node's streams allocate new memory for every read. */
export class LaneConnection {
  readonly socket: Socket;
  receiver: Receiver | undefined;
  readonly #blocks: readonly Buffer[];
  readonly #store: BlockStore;
  readonly #taken = [false, false];
  readonly #isOwned = [true, true];
  #current = 0;
  #begin = 0;
  #end = 0;
  /**
   * The bytes that arrive while both blocks are taken or full. A pause of TLS takes effect only after all received records, and Node.js requests the
   * memory of the next read while the full block is still unread.
   */
  #spare: Buffer | undefined;
  #spareEnd = 0;
  #isWaiting = false;
  #hasSurplus = false;
  #isClosed = false;
  #failure: Error | undefined;

  constructor(open: OpenSocket, store: BlockStore) {
    this.#store = store;
    this.#blocks = [store.take(), store.take()];
    this.socket = open({
      buffer: () => this.#space(),
      callback: (bytes, buffer) => this.#received((buffer as Buffer).subarray(0, bytes)),
    });
    this.socket
      .once('error', (error) => (this.#failure = error))
      .once('end', () => this.socket.destroy())
      .once('close', () => this.#closed());
  }

  #closed(): void {
    this.#isClosed = true;
    // The last bytes may still wait for a free block.
    if (this.#spareEnd > 0) return;
    this.receiver?.closed(this.#failure);
    this.#blocks.forEach((_block, index) => this.#giveBack(index));
  }

  /** The memory for the next bytes. */
  #space(): Buffer {
    if (this.isReady && this.hasSpace) return this.#blocks[this.#current]!.subarray(this.#end);
    this.#spare ??= Buffer.allocUnsafeSlow(spareBytes);
    return this.#spare.subarray(this.#spareEnd);
  }

  #received(bytes: Buffer): boolean {
    // Node.js requests the memory of a read when the read before it ends. A block may have been taken or freed since then.
    const space = this.#space();
    if (bytes.buffer !== space.buffer || bytes.byteOffset !== space.byteOffset) space.set(bytes);
    if (!this.isReady || !this.hasSpace) {
      this.#spareEnd += bytes.byteLength;
      return false;
    }
    this.#end += bytes.byteLength;
    if (this.receiver) return this.receiver.received();
    // No request has asked for these bytes.
    this.socket.destroy();
    return false;
  }

  /** The bytes that have arrived and were not taken. */
  get unread(): Buffer {
    return this.#blocks[this.#current]!.subarray(this.#begin, this.#end);
  }

  /** Whether the current block has space for a further read. */
  get hasSpace(): boolean {
    return blockBytes - this.#end >= leastFreeBytes;
  }

  /** Whether the current block is free. */
  get isReady(): boolean {
    return !this.#taken[this.#current];
  }

  /** Whether another request can use the connection: it is open, and the server has sent nothing after the response. */
  get isReusable(): boolean {
    return !this.#hasSurplus && !this.socket.destroyed && this.unread.byteLength === 0 && this.#spareEnd === 0;
  }

  skip(bytes: number): void {
    this.#begin += bytes;
  }

  /** Takes at most `most` of the unread bytes. The next bytes are read into the other block. */
  take(most: number): TakenBlock {
    const taken = this.#current;
    const { unread } = this;
    this.#hasSurplus ||= unread.byteLength > most;
    this.#taken[taken] = true;
    this.#current = 1 - taken;
    this.#begin = 0;
    this.#end = 0;
    return { bytes: unread.subarray(0, most), free: () => this.#free(taken) };
  }

  /** Continues to read as soon as the current block is free. */
  resume(): void {
    this.#isWaiting = !this.isReady;
    if (this.#isWaiting) return;
    if (this.#spareEnd === 0) return void this.socket.resume();
    const spare = this.#spare!.subarray(0, this.#spareEnd);
    this.#spareEnd = 0;
    const goesOn = this.#received(spare);
    if (this.#isClosed) this.#closed();
    else if (goesOn) this.resume();
  }

  destroy(): void {
    this.socket.destroy();
  }

  /** Gives a block of a closed connection back, if nobody uses its bytes or will read them. */
  #giveBack(block: number): void {
    const isUnread = block === this.#current && this.#end > this.#begin;
    if (this.#taken[block] || isUnread || !this.#isOwned[block]) return;
    this.#isOwned[block] = false;
    this.#store.give(this.#blocks[block]!);
  }

  #free(block: number): void {
    this.#taken[block] = false;
    if (this.#isWaiting) this.resume();
    if (this.#isClosed) this.#giveBack(block);
  }
}
