import { ArchError } from './arch-error.js';

/** AWS, or something between, answered in a way that breaks the documented shape. The message names the member. */
export class UnexpectedResponseError extends ArchError {
  static override readonly kind: string = 'UnexpectedResponseError';
}
