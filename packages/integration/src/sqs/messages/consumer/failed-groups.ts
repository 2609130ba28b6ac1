/** A failure is forgotten after this time if no message of the group follows. */
const rememberedMs = 600_000;

/**
 * Groups of a FIFO queue in which a message has failed. While there are such groups, messages are received one at a time. Messages that are
 * received together with a failing message also count as received, and would be moved to the dead-letter queue with it.
 */
export class FailedGroups {
  readonly #failedAtMs: Map<string, number> = new Map();

  failed(groupId: string, nowMs: number): void {
    this.#failedAtMs.set(groupId, nowMs);
  }

  handled(groupId: string | undefined): void {
    if (groupId !== undefined) this.#failedAtMs.delete(groupId);
  }

  any(nowMs: number): boolean {
    for (const [groupId, atMs] of this.#failedAtMs) if (nowMs - atMs > rememberedMs) this.#failedAtMs.delete(groupId);
    return this.#failedAtMs.size > 0;
  }
}
