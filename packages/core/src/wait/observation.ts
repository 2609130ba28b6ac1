/** What a waiter sees when it looks at a resource. */
export interface Observation<Value> {
  /** `reached`: done. `pending`: not yet. `failed`: the goal cannot be reached any more. */
  readonly verdict: 'reached' | 'pending' | 'failed';
  /** The resource's state in AWS's words. */
  readonly state: string;
  /** AWS's reason for it, where it gives one. */
  readonly reason?: string | undefined;
  /** What the wait resolves with, once reached. */
  readonly value: Value;
}
