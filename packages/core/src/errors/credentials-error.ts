import { ArchError } from './arch-error.js';

/** There are no credentials, or AWS does not accept them: missing, wrong, expired, or the clock is off. */
export class CredentialsError extends ArchError {
  static override readonly kind: string = 'CredentialsError';
}
