import { markUserError } from '../errors/run-user-function.js';

/** A mistake in a test: an answer is missing, or AWS could not have given it. Never tried again. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError';

  constructor(message: string) {
    super(message);
    // It is the test's own mistake: calls reject with it as it is.
    markUserError(this);
  }
}
