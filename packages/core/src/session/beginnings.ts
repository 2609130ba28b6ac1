const longest = 200;

const beginnings = new WeakMap<object, string>();

/** Keeps the first characters of an answer's body: an error tells them that is none of AWS's. */
export const rememberBeginning = (response: object, bytes: Uint8Array): void => {
  beginnings.set(response, new TextDecoder().decode(bytes.subarray(0, longest)));
};

/** The first line of an answer's body, as far as it was kept. */
export const firstLineOf = (response: object | undefined): string => {
  const text = (response && beginnings.get(response)) ?? '';
  return text.trimStart().split('\n', 1)[0]?.trimEnd() ?? '';
};
