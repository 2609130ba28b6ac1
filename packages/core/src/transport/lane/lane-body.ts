import { Readable } from 'node:stream';

import { type BodyGuard, type BodyWatch, brokenBody, watchIdle } from '../body-guard.js';
import type { BlockBody, OnBlock } from '../read-blocks.js';
import type { LaneConnection } from './lane-connection.js';

interface Settle {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** The content of a response, which is read in blocks from its connection. Read as a stream, it copies them. */
export class LaneBody extends Readable implements BlockBody {
  readonly #connection: LaneConnection;
  readonly #ended: () => void;
  readonly #writing = new Set<Promise<void>>();
  #leftBytes: number;
  #isReading = false;
  #isComplete = false;
  #release: () => void = () => undefined;
  #watch: BodyWatch | undefined;
  #wake: () => void = () => undefined;

  /** `ended` is called after the last byte of the content: the connection is free. */
  constructor(connection: LaneConnection, lengthBytes: number, ended: () => void) {
    super();
    this.#connection = connection;
    this.#leftBytes = lengthBytes;
    this.#ended = ended;
    connection.receiver = {
      received: () => false,
      // A server that closes each connection may do so before the content is read.
      closed: (error) => void (this.#hasAll || this.destroy(error ?? brokenBody())),
    };
    // As with Node's own responses, an error without a listener does not end the process.
    this.on('error', () => undefined);
  }

  watch(guard: BodyGuard): void {
    this.#release = guard.release;
    if (this.destroyed) return guard.release();
    const unreadBytes = (): number => (this.#isReading && this.#connection.isReady ? 0 : 1);
    this.#watch = watchIdle(unreadBytes, guard, (error) => this.destroy(error));
  }

  async readBlocks(onBlock: OnBlock): Promise<void> {
    if (this.#isReading) throw new Error('The content was already read.');
    this.#isReading = true;
    try {
      await new Promise<void>((resolve, reject) => this.#receive(onBlock, { resolve, reject }));
      await Promise.all(this.#writing);
    } catch (error) {
      // The blocks belong to the connection: no write may use them afterwards.
      await Promise.allSettled(this.#writing);
      this.destroy(error as Error);
      throw error;
    }
    this.#isComplete = true;
    this.#end();
    this.#ended();
  }

  #receive(onBlock: OnBlock, settle: Settle): void {
    const connection = this.#connection;
    const closed = (error: Error | undefined): void => {
      if (this.#leftBytes === 0) return;
      if (connection.unread.byteLength > 0) this.#write(onBlock, settle);
      this.destroy(error ?? brokenBody());
    };
    const received = (): boolean => {
      this.#watch?.arrived();
      return this.#takeBlocks(onBlock, settle);
    };
    connection.receiver = { received, closed };
    this.once('close', () => {
      if (!this.#isComplete) settle.reject(this.errored ?? brokenBody());
    });
    if (this.destroyed) settle.reject(this.errored ?? brokenBody());
    else if (this.#takeBlocks(onBlock, settle)) connection.resume();
  }

  /** Whether all bytes of the content have arrived. */
  get #hasAll(): boolean {
    return this.#connection.unread.byteLength >= this.#leftBytes;
  }

  /** Passes full blocks on. Returns whether further bytes are read now. */
  #takeBlocks(onBlock: OnBlock, settle: Settle): boolean {
    const connection = this.#connection;
    const isWhole = this.#hasAll;
    if (this.#leftBytes > 0 && (isWhole || !connection.hasSpace)) this.#write(onBlock, settle);
    if (isWhole) {
      settle.resolve();
      return false;
    }
    if (connection.isReady) return true;
    connection.resume();
    return false;
  }

  #write(onBlock: OnBlock, { reject }: Settle): void {
    const { bytes, free } = this.#connection.take(this.#leftBytes);
    this.#leftBytes -= bytes.byteLength;
    const written = onBlock(bytes).then(free);
    this.#writing.add(written);
    written.then(() => this.#writing.delete(written), reject);
  }

  override _read(): void {
    this.#wake();
    if (this.#isReading) return;
    const copy = async (block: Uint8Array): Promise<void> => {
      if (!this.push(Buffer.from(block))) await new Promise<void>((resolve) => (this.#wake = resolve));
    };
    // The second block may arrive while the first one waits for the reader.
    let before = Promise.resolve();
    this.readBlocks((block) => (before = before.then(() => copy(block)))).then(
      () => this.push(null),
      () => undefined,
    );
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#end();
    this.#wake();
    if (!this.#isComplete) this.#connection.destroy();
    done(error);
  }

  #end(): void {
    this.#watch?.stop();
    this.#release();
  }
}
