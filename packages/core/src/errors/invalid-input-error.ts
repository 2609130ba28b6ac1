import { ArchError } from './arch-error.js';

/** The input breaks a documented rule. Nothing was sent. */
export class InvalidInputError extends ArchError {
  static override readonly kind: string = 'InvalidInputError';
}
