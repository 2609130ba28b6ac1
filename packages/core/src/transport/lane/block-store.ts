/** The size of a block: few writes, and little memory per connection. */
export const blockBytes = 1_048_576;

/** The blocks that no connection uses. New memory is expensive for servers that close each connection after one response. */
export class BlockStore {
  readonly #free: Buffer[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  take(): Buffer {
    return this.#free.pop() ?? Buffer.allocUnsafeSlow(blockBytes);
  }

  give(block: Buffer): void {
    if (this.#free.length < this.#most) this.#free.push(block);
  }
}
