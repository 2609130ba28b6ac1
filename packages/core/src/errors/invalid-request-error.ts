import { ServiceError } from './service-error.js';

/** AWS rejected the request because of its content, e.g. a value that is malformed, out of range or not supported. Correct the input. */
export class InvalidRequestError extends ServiceError {
  static override readonly kind = 'InvalidRequestError';
}
