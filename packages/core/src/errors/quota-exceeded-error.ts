import { ArchError } from './arch-error.js';

/** The account has reached a quota of the service. Waiting does not help: remove something, or ask for more in Service Quotas. */
export class QuotaExceededError extends ArchError {
  static override readonly kind: string = 'QuotaExceededError';
}
