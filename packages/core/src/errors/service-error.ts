import { ArchError } from './arch-error.js';

/** AWS answered with an error that has no class of its own; `code` and `status` say which. */
export class ServiceError extends ArchError {
  static override readonly kind: string = 'ServiceError';
}
