import { ArchError } from './arch-error.js';

/** A resource with this name or these properties already exists. */
export class AlreadyExistsError extends ArchError {
  static override readonly kind: string = 'AlreadyExistsError';
}
