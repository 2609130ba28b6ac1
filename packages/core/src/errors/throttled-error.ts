import { ArchError } from './arch-error.js';

/** AWS refused the call because of too many requests, and every retry was refused too. */
export class ThrottledError extends ArchError {
  static override readonly kind: string = 'ThrottledError';
}
