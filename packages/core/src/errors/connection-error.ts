import { ArchError } from './arch-error.js';

/** No answer came: the name could not be resolved, the connection was refused or broke, on every attempt. */
export class ConnectionError extends ArchError {
  static override readonly kind: string = 'ConnectionError';
}
