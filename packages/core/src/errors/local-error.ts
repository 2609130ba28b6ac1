import { ArchError, type ErrorDetails, hideUndefined } from './arch-error.js';

/** Details of a {@link LocalError}, in addition to {@link ErrorDetails}. */
export interface LocalDetails extends ErrorDetails {
  readonly path: string;
  readonly syscall?: string | undefined;
}

/**
 * This machine cannot read or write a file: the disk is full, the file does not exist, or its permissions deny access. `code` is the code
 * of the operating system, e.g. `ENOSPC`.
 */
export class LocalError extends ArchError {
  static override readonly kind: string = 'LocalError';
  /** The path of the file or folder. */
  readonly path: string;
  /** The system call that failed, e.g. `open`. `undefined` if the operating system does not name it. */
  readonly syscall: string | undefined;

  constructor(message: string, details: LocalDetails) {
    super(message, details);
    this.path = details.path;
    this.syscall = details.syscall;
    hideUndefined(this);
  }
}
