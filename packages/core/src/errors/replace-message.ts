/** Gives an error another message, also where Node prints it from: the head of its stack. */
export const replaceMessage = (error: Error, message: string): void => {
  const { stack = '', message: before } = error;
  // An error of somebody else may not let itself be changed, as a DOMException.
  if (stack.includes(before))
    Reflect.set(
      error,
      'stack',
      stack.replace(before, () => message),
    );
  Reflect.set(error, 'message', message);
};
