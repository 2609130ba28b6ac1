import { ArchError } from './arch-error.js';

/** AWS does not have enough capacity for the request now. Try another instance type or Availability Zone, or retry later. */
export class CapacityError extends ArchError {
  static override readonly kind: string = 'CapacityError';
}
