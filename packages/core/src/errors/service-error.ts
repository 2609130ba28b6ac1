import { ArchError } from './arch-error.js';

/** AWS returned an error that has no class of its own. `code` and `status` identify it. */
export class ServiceError extends ArchError {
  static override readonly kind: string = 'ServiceError';
}
