/** The result of one check of a resource by a waiter. */
export interface Observation<Value> {
  /** `reached`: the wait is over. `pending`: not yet. `failed`: the resource cannot reach the goal. */
  readonly verdict: 'reached' | 'pending' | 'failed';
  /** The resource's state, as AWS names it. */
  readonly state: string;
  /** The reason for the state, if there is one. In most cases it is in the words of AWS. */
  readonly reason?: string | undefined;
  /** The result of the wait, once reached. */
  readonly value: Value;
}
