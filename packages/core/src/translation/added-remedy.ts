const remedies = new WeakMap<object, string>();

/** Adds a sentence to an error of the SDK, for the message of the error that the call rejects with. */
export const addRemedy = (error: unknown, sentence: string): void => {
  if (typeof error === 'object' && error !== null) remedies.set(error, sentence);
};

/** Returns the sentence that was added to an error of the SDK. */
export const addedRemedy = (error: object): string | undefined => remedies.get(error);
