import { ArchError } from './arch-error.js';

/** Something of that name or with those properties is already there. */
export class AlreadyExistsError extends ArchError {
  static override readonly kind: string = 'AlreadyExistsError';
}
