/** An item of an array in Postgres's text form, e.g. `{a,"b c",NULL}`. A nested array is a list. */
export type ArrayItem = string | null | readonly ArrayItem[];

const item = /"((?:[^"\\]|\\[^])*)"|[^{},"]+|[{}]/g;

/** Reads the text form of an array. */
export function postgresArray(text: string): readonly ArrayItem[] {
  const root: ArrayItem[] = [];
  const open: ArrayItem[][] = [root];
  // The text of an array whose first index is not 1 begins with its bounds: `[0:1]={1,2}`.
  for (const [found, quoted] of text.slice(text.indexOf('{')).matchAll(item)) {
    if (found === '{') {
      const nested: ArrayItem[] = [];
      open.at(-1)?.push(nested);
      open.push(nested);
    } else if (found === '}') open.pop();
    else open.at(-1)?.push(quoted === undefined ? plain(found) : quoted.replaceAll(/\\([^])/g, '$1'));
  }
  const [array] = root;
  return Array.isArray(array) ? array : [];
}

function plain(text: string): string | null {
  return text === 'NULL' ? null : text;
}
