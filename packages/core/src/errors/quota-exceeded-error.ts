import { ArchError } from './arch-error.js';

/** The account has reached a quota of the service. Retries do not help: delete resources, or request an increase in Service Quotas. */
export class QuotaExceededError extends ArchError {
  static override readonly kind: string = 'QuotaExceededError';
}
