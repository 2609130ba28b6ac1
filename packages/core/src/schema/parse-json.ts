/** Parses JSON. The engine's own error quotes text, which may be secret; this error contains only the position. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    const place = /at position (\d+)/.exec((error as Error).message)?.[1];
    if (text.trim() === '') throw new SyntaxError('the text is empty');
    throw new SyntaxError(
      place === undefined
        ? `unknown format, ${text.length} characters`
        : `syntax error at character ${Number(place) + 1} of ${text.length}`,
    );
  }
};
