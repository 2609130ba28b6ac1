import type { Filters } from '../schema/filters.js';
import type { Tags } from '../schema/tags.js';
import type { AwsInput } from './read-input.js';

/** The members by which a list is filtered. */
export interface FilterInput extends AwsInput {
  /** Tags that each item must have, all of them; `*` and `?` are wildcards in the values. */
  readonly tags?: Tags | undefined;
  /**
   * Further filters by the names on the AWS page, e.g. `{ 'instance-type': ['t3.micro', 't3.small'] }`. One of the values must match; `*` and
   * `?` are wildcards.
   */
  readonly filters?: Filters | undefined;
}
