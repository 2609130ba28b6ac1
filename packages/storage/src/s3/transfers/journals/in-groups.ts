/**
 * Returns a function that resolves when its item is written. Items that arrive while others are being written are written together, so that
 * one write to the disk serves all of them.
 */
export const inGroups = <Item>(write: (items: readonly Item[]) => Promise<void>): ((item: Item) => Promise<void>) => {
  let waiting: { readonly items: Item[]; readonly written: Promise<void> } | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return (item) => {
    if (waiting) {
      waiting.items.push(item);
      return waiting.written;
    }
    const items = [item];
    const start = (): Promise<void> => {
      waiting = undefined;
      return write(items);
    };
    const written = last.then(start, start);
    waiting = { items, written };
    last = written;
    return written;
  };
};
