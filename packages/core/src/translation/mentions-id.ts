/** Whether a message contains an ID as a whole word: `i-12` does not mention `i-1`. */
export const mentionsId = (message: string, id: string): boolean => {
  if (id === '') return false;
  for (let at = message.indexOf(id); at >= 0; at = message.indexOf(id, at + 1)) {
    if (!/[\w-]/.test(message[at - 1] ?? ' ') && !/[\w-]/.test(message[at + id.length] ?? ' ')) return true;
  }
  return false;
};
