import { ArchError, type ErrorDetails, hideUndefined } from './arch-error.js';

/** What a failure of this machine adds to {@link ErrorDetails}. */
export interface LocalDetails extends ErrorDetails {
  readonly path: string;
  readonly syscall?: string | undefined;
}

/** This machine could not read or write a file: the disk is full, the file does not exist, or may not be opened. `code` is that of the operating system, e.g. `ENOSPC`. */
export class LocalError extends ArchError {
  static override readonly kind: string = 'LocalError';
  /** The file or folder, as it was passed or found. */
  readonly path: string;
  /** What the operating system was asked to do, e.g. `open`, where it says it. */
  readonly syscall: string | undefined;

  constructor(message: string, details: LocalDetails) {
    super(message, details);
    this.path = details.path;
    this.syscall = details.syscall;
    hideUndefined(this);
  }
}
