import { InvalidInputError } from '../errors/invalid-input-error.js';
import { type CallOptions, checkCallOptions } from '../declaration/call-options.js';

/** How a command of the AWS SDK is sent. */
export interface CommandOptions extends CallOptions {
  /**
   * Whether the request may be repeated after its response was lost. Default: what AWS's verb and idempotency token tell. A
   * read, a deletion and a request with a token are repeated; what makes, starts or sends something is not.
   */
  readonly repeatable?: boolean | undefined;
}

/** How a command of the AWS SDK is listed. */
export interface CommandListOptions<List extends string> extends CommandOptions {
  /** The list of the response, e.g. `UserDetailList`; required where the response has several. */
  readonly items?: List | undefined;
}

/** Refuses options that do not exist or have a wrong value. */
export const checkCommandOptions = (
  operation: string,
  options: CommandOptions,
  extra: readonly string[] = [],
): void => {
  checkCallOptions(operation, options, ['repeatable', ...extra]);
  const { repeatable } = options;
  if (repeatable === undefined || typeof repeatable === 'boolean') return;
  throw new InvalidInputError(`${operation}: repeatable must be true or false.`, { operation });
};
