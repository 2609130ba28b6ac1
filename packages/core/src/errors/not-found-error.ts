import { ArchError } from './arch-error.js';

/** The resource does not exist in this account and region, or no longer exists. */
export class NotFoundError extends ArchError {
  static override readonly kind: string = 'NotFoundError';
}
