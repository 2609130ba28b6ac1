import { markUserError } from '../errors/run-user-function.js';

/** A mistake in a test: a response is missing or is not valid for AWS. Never retried. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError';

  constructor(message: string) {
    super(message);
    // Calls reject with this error unchanged, because it is the test's own mistake.
    markUserError(this);
  }
}
