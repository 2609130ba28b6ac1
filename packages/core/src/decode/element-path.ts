/** Longest name and path that are told: what is longer is no element of AWS. */
const longestName = 60;
const deepestTold = 12;

const tag = /<(?:!--[^]*?-->|!\[CDATA\[[^]*?\]\]>|\?[^]*?\?>|(\/)?([A-Za-z_][\w.:-]*)((?:\s[^<>]*?)?)(\/)?>)/g;

interface Open {
  readonly name: string;
  readonly index: number;
  readonly children: Map<string, number>;
}

/** The elements that are open at a place of a text, with their numbers among equals: `Result/Items/member[3]`. */
export const elementPath = (text: string, offset: number): string => {
  const open: Open[] = [{ name: '', index: 1, children: new Map() }];
  for (const [, closes, name, , isEmpty] of text.slice(0, offset).matchAll(tag)) {
    if (name === undefined) continue;
    if (closes) {
      if (open.length > 1) open.pop();
      continue;
    }
    const siblings = open.at(-1)!.children;
    const index = (siblings.get(name) ?? 0) + 1;
    siblings.set(name, index);
    if (!isEmpty) open.push({ name, index, children: new Map() });
  }
  const names = open.slice(1).map(({ name, index }) => (index === 1 ? told(name) : `${told(name)}[${index}]`));
  return names.slice(-deepestTold).join('/');
};

const told = (name: string): string => name.slice(0, longestName);
