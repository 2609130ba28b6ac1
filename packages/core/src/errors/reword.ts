/** Gives an error another message, also where Node prints it from: the head of its stack. */
export const reword = (error: Error, message: string): void => {
  const { stack = '', message: before } = error;
  if (stack.includes(before)) error.stack = stack.replace(before, () => message);
  error.message = message;
};
