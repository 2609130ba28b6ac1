import { ArchError } from './arch-error.js';

/** Credentials are missing, or AWS does not accept them: they are wrong or expired, or the clock of this machine is wrong. */
export class CredentialsError extends ArchError {
  static override readonly kind: string = 'CredentialsError';
}
