import { ArchError } from './arch-error.js';

/** AWS refused the call because too many were sent, and went on refusing until the retries were used up. */
export class ThrottledError extends ArchError {
  static override readonly kind: string = 'ThrottledError';
}
