import type { Comment, Span } from 'oxc-parser';

import { type DocComment, readDocComment } from './doc-comment.ts';

/** Finds the texts of the nodes of a source. */
export interface SourceText {
  /** The text of a node on one line. */
  readonly textOf: (node: Span) => string;
  /** The text of a node on one line, without the comments in it. */
  readonly codeOf: (node: Span) => string;
  /** The documentation comment directly before a node. */
  readonly docOf: (node: Span) => DocComment;
  /** The parameters and the result of a function: `(a: A): B`. */
  readonly signatureOf: (declared: Signature) => string;
}

/** What the nodes with parameters and a result have in common. */
type Signature = Span & { readonly returnType?: Span | null; readonly body?: Span | null };

/** Prepares a parsed source for reading texts. */
export const sourceText = (source: string, comments: readonly Comment[]): SourceText => {
  const before = new Map(comments.map((comment) => [nextText(source, comment.end), comment]));
  return {
    textOf: ({ start, end }) => squeezed(source.slice(start, end)),
    codeOf: ({ start, end }) => {
      const inside = comments.filter((comment) => comment.start > start && comment.end < end);
      const starts = [start, ...inside.map((comment) => comment.end)];
      return squeezed(starts.map((from, index) => source.slice(from, inside[index]?.start ?? end)).join(''));
    },
    docOf: ({ start }) => {
      const comment = before.get(start);
      return readDocComment(comment?.value.startsWith('*') ? source.slice(comment.start, comment.end) : '');
    },
    signatureOf: ({ start, end, returnType, body }) =>
      squeezed(source.slice(start, returnType?.end ?? body?.start ?? end).replace(/^(async\b|\?)|(=>|;)\s*$/g, '')),
  };
};

/** The index of the text after the blanks at an index. */
const nextText = (source: string, at: number): number => {
  const blanks = /\s*/y;
  blanks.lastIndex = at;
  blanks.test(source);
  return blanks.lastIndex;
};

/** A text on one line, without the blanks and commas that a formatter adds where it breaks lines. */
export const squeezed = (text: string): string =>
  text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^\| /, '')
    .replace(/([(<[]) (?=\S)/g, '$1')
    .replace(/,? ([)\]>])/g, '$1')
    .replace(/,(\))/g, '$1');
