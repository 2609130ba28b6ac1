/** What Postgres's text of an array holds, e.g. `{a,"b c",NULL}`; nested arrays are lists in the list. */
export type ArrayItem = string | null | readonly ArrayItem[];

const item = /"((?:[^"\\]|\\[^])*)"|[^{},"]+|[{}]/g;

export function postgresArray(text: string): readonly ArrayItem[] {
  const root: ArrayItem[] = [];
  const open: ArrayItem[][] = [root];
  // Arrays that do not begin at 1 say so in front: `[0:1]={1,2}`.
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
