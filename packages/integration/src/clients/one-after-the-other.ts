const underWay = new Map<string, Promise<unknown>>();

/** Does what must not happen twice at once to one thing: in this process, one piece of work begins when the one before has ended. */
export const oneAfterTheOther = async <Result>(thing: string, work: () => Promise<Result>): Promise<Result> => {
  const before = underWay.get(thing) ?? Promise.resolve();
  const own = before.then(work, work);
  underWay.set(thing, own);
  try {
    return await own;
  } finally {
    if (underWay.get(thing) === own) underWay.delete(thing);
  }
};
