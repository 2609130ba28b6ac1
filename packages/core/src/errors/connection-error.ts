import { ArchError } from './arch-error.js';

/** Every attempt failed without a complete response: the host name was not resolved, or the connection was refused or broke. */
export class ConnectionError extends ArchError {
  static override readonly kind: string = 'ConnectionError';
}
