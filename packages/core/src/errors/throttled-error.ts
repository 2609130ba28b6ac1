import { ArchError } from './arch-error.js';

/** AWS rejected the call because of too many requests, and every retry was rejected too. */
export class ThrottledError extends ArchError {
  static override readonly kind: string = 'ThrottledError';
}
