import { ArchError } from './arch-error.js';

/** The state of the resource, or its use by other resources, does not allow the call. The message contains the state if AWS names it. */
export class ConflictError extends ArchError {
  static override readonly kind: string = 'ConflictError';
}
