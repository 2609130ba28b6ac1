import { ArchError } from './arch-error.js';

/** The resource is in a state, or in use in a way, that does not allow the call. The message names the state where AWS does. */
export class ConflictError extends ArchError {
  static override readonly kind: string = 'ConflictError';
}
