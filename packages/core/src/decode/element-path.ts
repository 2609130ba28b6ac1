/** Limits of the path. Elements of AWS are shorter and less deep. */
const maxNameLength = 60;
const maxDepth = 12;

const tag = /<(?:!--[^]*?-->|!\[CDATA\[[^]*?\]\]>|\?[^]*?\?>|(\/)?([A-Za-z_][\w.:-]*)((?:\s[^<>]*?)?)(\/)?>)/g;

interface Open {
  readonly name: string;
  readonly index: number;
  readonly children: Map<string, number>;
}

/** Returns the path of open elements at a position of an XML text, with their numbers: `Result/Items/member[3]`. */
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
  const names = open
    .slice(1)
    .map(({ name, index }) => (index === 1 ? shortened(name) : `${shortened(name)}[${index}]`));
  return names.slice(-maxDepth).join('/');
};

const shortened = (name: string): string => name.slice(0, maxNameLength);
