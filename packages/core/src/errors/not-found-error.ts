import { ArchError } from './arch-error.js';

/** What was asked for does not exist in this account and region, or no longer does. */
export class NotFoundError extends ArchError {
  static override readonly kind: string = 'NotFoundError';
}
