import { ArchError } from './arch-error.js';

/** The input is not valid. No request was sent. */
export class InvalidInputError extends ArchError {
  static override readonly kind: string = 'InvalidInputError';
}
