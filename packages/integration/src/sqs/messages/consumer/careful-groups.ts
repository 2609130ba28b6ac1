/** After a failure that no message of the group has followed, it is forgotten. */
const rememberedMs = 600_000;

/**
 * Groups of a FIFO queue in which a message has failed. While there are any, messages are received one at a time: those that are received
 * together with one that fails again count as received too, and would go to the dead-letter queue with it.
 */
export class CarefulGroups {
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
