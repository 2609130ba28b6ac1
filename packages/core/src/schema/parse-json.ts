/** Reads JSON. The parser's own error quotes the text around the place where it breaks, which may be a secret: this one says the place only. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    const place = /at position (\d+)/.exec((error as Error).message)?.[1];
    if (text.trim() === '') throw new SyntaxError('it is empty');
    throw new SyntaxError(
      place === undefined
        ? `its ${text.length} characters are another format`
        : `it breaks at character ${Number(place) + 1} of ${text.length}`,
    );
  }
};
