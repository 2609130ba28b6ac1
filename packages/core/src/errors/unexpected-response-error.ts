import { ArchError } from './arch-error.js';

/** The response is not a valid response of the operation: AWS or a proxy sent something else. The message names the problem. */
export class UnexpectedResponseError extends ArchError {
  static override readonly kind: string = 'UnexpectedResponseError';
}
