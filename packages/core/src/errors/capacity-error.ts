import { ArchError } from './arch-error.js';

/** AWS has no capacity for this now. Another instance type, Availability Zone or a later time may do. */
export class CapacityError extends ArchError {
  static override readonly kind: string = 'CapacityError';
}
