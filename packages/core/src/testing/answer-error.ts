/** A mistake in a test: an answer is missing, or AWS could not have given it. Never tried again. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError';
}
