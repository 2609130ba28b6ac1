/** An XML element without attributes: its text, or the elements in it by name. */
export type Elements = { readonly [name: string]: Elements | string };

interface Open {
  readonly name: string;
  readonly elements: Record<string, Elements | string>;
  text: string;
}

const token = /<!\[CDATA\[([^]*?)\]\]>|<!--[^]*?-->|<\?[^]*?\?>|<(\/?)([\w.:-]+)(?:\s[^<>]*?)?(\/?)\s*>|[^<]+/y;

/**
 * Reads a small XML document without lists, as STS sends them. Throws for a document that is not well-formed. The reader of other services is ten
 * times as large.
 */
export const readElements = (document: string): Elements => {
  const root: Open = { name: '', elements: {}, text: '' };
  const open = [root];
  token.lastIndex = 0;
  while (token.lastIndex < document.length) {
    const at = token.lastIndex;
    const current = open.at(-1)!;
    const [found, cdata, end, name, isEmpty] = token.exec(document) ?? fail(at);
    if (cdata !== undefined) current.text += cdata;
    else if (name === undefined) current.text += found.startsWith('<') ? '' : textOf(found, at);
    else if (!end) open.push({ name, elements: {}, text: '' });
    if (name !== undefined && (end || isEmpty)) {
      const { name: opened, elements, text } = open.pop()!;
      const parent = open.at(-1);
      if (opened !== name || !parent) return fail(at);
      parent.elements[name] = Object.keys(elements).length > 0 ? elements : text;
    }
  }
  if (open.length > 1 || Object.keys(root.elements).length !== 1 || root.text.trim()) fail(document.length);
  return root.elements;
};

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Decodes the entities of a text. */
const textOf = (text: string, at: number): string =>
  text.replace(
    /&(?:#(?:x([\da-f]{1,6})|(\d{1,7}))|(\w+));|&/gi,
    (_entity, hex?: string, decimal?: string, name = '') => {
      if (name !== '') return Object.hasOwn(named, name) ? named[name]! : fail(at);
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10_ffff ? String.fromCodePoint(code) : fail(at);
    },
  );

/** The text itself is not quoted: it may contain credentials. */
const fail = (at: number): never => {
  throw Object.assign(new Error(`invalid XML at character ${at}`), { name: 'XmlSyntaxError' });
};
