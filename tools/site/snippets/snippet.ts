/** A block of TypeScript on a page. */
export interface Snippet {
  readonly page: string;
  /** The line of its first line, counted from 1. */
  readonly line: number;
  readonly code: string;
  /** What the text around it declares, in a comment before it: `<!-- given: declare const ship: (order: unknown) => void; -->`. */
  readonly given: string;
}

const block = /(?:^ *<!-- given: ([\s\S]*?) -->\n+)?^( *)```ts([^\n]*)\n([\s\S]*?)^\2```$/gm;

/** The blocks of TypeScript of a page, without signatures and without files of `examples/`, which are checked there. */
export const snippetsOf = (page: string, text: string): readonly Snippet[] => {
  const written = text.replace(/^<!-- generated: file [\s\S]*?^<!-- end -->$/gm, (region) =>
    region.replace(/[^\n]/g, ''),
  );
  return [...written.matchAll(block)].flatMap((match) => {
    const [all, given = '', indent = '', kind = '', code = ''] = match;
    if (kind.trim() === 'signature') return [];
    const before = written.slice(0, match.index + all.length - code.length - indent.length - '```'.length);
    return [{ page, line: before.split('\n').length, code, given }];
  });
};
