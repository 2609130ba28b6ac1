import type { ReceivedMessage } from '../message.js';

/** Handles messages in one handler call. Never rejects. */
export type Work = (messages: readonly ReceivedMessage[]) => Promise<void>;

/** Limits the number of running handlers. The messages of a group of a FIFO queue are handled one after the other. */
export class HandlerSlots {
  readonly #size: number;
  readonly #ordered: boolean;
  readonly #work: Work;
  readonly #running: Set<readonly ReceivedMessage[]> = new Set();
  readonly #changed: Set<() => void> = new Set();
  #waiting: (readonly ReceivedMessage[])[] = [];

  constructor(size: number, ordered: boolean, work: Work) {
    this.#size = size;
    this.#ordered = ordered;
    this.#work = work;
  }

  /** The number of slots without a message. */
  get free(): number {
    return this.#size - this.#running.size - this.#waiting.length;
  }

  get idle(): boolean {
    return this.#running.size + this.#waiting.length === 0;
  }

  /** The messages of the running handlers. */
  get running(): readonly ReceivedMessage[] {
    return [...this.#running].flat();
  }

  /** Handles each list of messages by one handler call, when slots and groups become free. */
  take(lists: readonly (readonly ReceivedMessage[])[]): void {
    this.#waiting.push(...lists);
    this.#start();
  }

  /** Removes and returns the messages whose handling has not started: all, or those of some groups. */
  removeWaiting(groups?: ReadonlySet<string>): readonly ReceivedMessage[] {
    const isOut = ({ groupId }: ReceivedMessage): boolean => !groups || (groupId !== undefined && groups.has(groupId));
    const out = this.#waiting.flat().filter(isOut);
    this.#waiting = this.#waiting
      .map((list) => list.filter((message) => !isOut(message)))
      .filter((list) => list.length > 0);
    this.#notifyChange();
    return out;
  }

  /** Resolves when `condition` is true or the signal is aborted. */
  async until(condition: () => boolean, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !condition()) {
      await new Promise<void>((resolve) => {
        const done = (): void => {
          this.#changed.delete(done);
          signal.removeEventListener('abort', done);
          resolve();
        };
        this.#changed.add(done);
        signal.addEventListener('abort', done, { once: true });
      });
    }
  }

  #start(): void {
    const busy = new Set(this.running.map(({ groupId }) => groupId));
    const left: (readonly ReceivedMessage[])[] = [];
    for (const list of this.#waiting) {
      const blocked = this.#ordered && list.some(({ groupId }) => groupId !== undefined && busy.has(groupId));
      if (blocked || this.#running.size >= this.#size) left.push(list);
      else void this.#run(list);
      for (const { groupId } of list) busy.add(groupId);
    }
    this.#waiting = left;
  }

  async #run(list: readonly ReceivedMessage[]): Promise<void> {
    this.#running.add(list);
    try {
      await this.#work(list);
    } finally {
      this.#running.delete(list);
      this.#start();
      this.#notifyChange();
    }
  }

  #notifyChange(): void {
    // The callbacks remove themselves from the set.
    for (const changed of Array.from(this.#changed)) changed();
  }
}
