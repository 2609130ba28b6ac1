import { splitAt } from './split.ts';
import { depthOf, type Token, tokensOf } from './tokens.ts';

/** A statement, or a member of an interface or class, with the documentation comment before it. */
export interface Statement {
  /** The comment with its marks, or `''` without a comment. */
  readonly comment: string;
  /** The text without the comment and the semicolon. */
  readonly text: string;
}

const blocks = /^(export )?(default )?(declare )?(abstract )?(async )?(interface|class|function|enum|namespace)\b/;

/** The text after the brace of an object type that is a type argument: `extends Base<{ on: 'key' }> {`. */
const inTypeArguments = /^\s*[>,]/;

/** Splits a source, or the body of an interface or class, into statements. */
export const statementsOf = (source: string, start = 0, end: number = source.length): readonly Statement[] => {
  const statements: Statement[] = [];
  let comment = '';
  let first: Token | undefined;
  let depth = 0;
  const close = (at: number): void => {
    if (first) statements.push({ comment, text: source.slice(first.start, at).trim() });
    first = undefined;
    comment = '';
  };
  for (const token of tokensOf(source, start, end)) {
    if (token.kind === 'comment') {
      if (!first) comment = token.text.startsWith('/**') ? token.text : '';
      continue;
    }
    first ??= token;
    depth += depthOf(token);
    if (depth > 0) continue;
    if (token.text === ';') close(token.start);
    else if (token.text === '}' && !inTypeArguments.test(source.slice(token.end, token.end + 99))) {
      if (endsWithBlock(source.slice(first.start, token.end))) close(token.end);
    }
  }
  close(end);
  return statements;
};

/** Whether a member is a method: it has parameters and a body, and no value. */
const endsWithBlock = (text: string): boolean =>
  blocks.test(text) ||
  (/^[^{]*\(/.test(text) && splitAt(text, '{')[1] !== undefined && splitAt(text, '=')[1] === undefined);
