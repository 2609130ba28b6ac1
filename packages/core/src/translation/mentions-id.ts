/** Whether a message holds an ID as a word of its own: `i-1` is not in `i-12`. */
export const mentionsId = (message: string, id: string): boolean => {
  if (id === '') return false;
  for (let at = message.indexOf(id); at >= 0; at = message.indexOf(id, at + 1)) {
    if (!/[\w-]/.test(message[at - 1] ?? ' ') && !/[\w-]/.test(message[at + id.length] ?? ' ')) return true;
  }
  return false;
};
