/** Replaces the message of an error, also in its stack: Node prints the message from there. */
export const replaceMessage = (error: Error, message: string): void => {
  const { stack = '', message: before } = error;
  // `Reflect.set` does not throw for an error that is read-only, such as a DOMException.
  if (stack.includes(before))
    Reflect.set(
      error,
      'stack',
      stack.replace(before, () => message),
    );
  Reflect.set(error, 'message', message);
};
