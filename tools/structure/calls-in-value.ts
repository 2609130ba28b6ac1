import { endOfBrackets, type Token, tokensOf } from '../typescript-text/tokens.ts';

/** Words that do not call a function although a bracket follows. */
const keywords = new Set(
  'as case catch do else extends for if in keyof of readonly return satisfies switch throw typeof void while yield'.split(
    ' ',
  ),
);

/** Returns the body if the value is a function. */
export const bodyOf = (value: string): string | undefined => {
  const tokens = [...tokensOf(value)].filter(({ kind }) => kind !== 'comment');
  const first = tokens[0]?.text === 'async' ? 1 : 0;
  if (tokens[first]?.text === 'function') return value.slice(tokens[indexOfText(tokens, '{', first)]?.end);
  const start = tokens[first]?.text === '<' ? afterTypeArguments(tokens, first) : first;
  const arrow = tokens[start]?.text === '(' ? arrowAfterParameters(value, tokens, start) : undefined;
  return arrow === undefined ? undefined : value.slice(tokens[arrow]?.end);
};

/** Returns the calls in a value: `['new Map']` for `new Map(list)`. Bodies of functions are ignored, because they run later. */
export const callsInValue = (value: string): readonly string[] => {
  const tokens = [...tokensOf(value)].filter(({ kind }) => kind !== 'comment');
  const found: string[] = [];
  for (let index = 0; index < tokens.length;) {
    const token = tokens[index] as Token;
    if (token.text === '=>') index = afterBody(value, tokens, index + 1);
    else if (token.text === '(') index = arrowAfterParameters(value, tokens, index) ?? index + 1;
    else if (token.text === 'function') index = afterBody(value, tokens, indexOfText(tokens, '{', index));
    else if (token.kind === 'word' && /^[A-Za-z_$]/.test(token.text) && !keywords.has(token.text))
      index = readName(value, tokens, index, found);
    else {
      if (token.text === ')' && tokens[index + 1]?.text === '(') found.push('(…)()');
      index++;
    }
  }
  return found;
};

const indexOfText = (tokens: readonly Token[], text: string, from: number): number => {
  const index = tokens.findIndex((token, at) => at >= from && token.text === text);
  return index < 0 ? tokens.length : index;
};

const indexAfter = (tokens: readonly Token[], end: number): number => {
  const index = tokens.findIndex(({ start }) => start >= end);
  return index < 0 ? tokens.length : index;
};

/** Returns the index of the arrow if the bracket at `open` contains parameters. */
const arrowAfterParameters = (value: string, tokens: readonly Token[], open: number): number | undefined => {
  let index = indexAfter(tokens, endOfBrackets(value, tokens[open]?.start ?? 0));
  if (tokens[index]?.text === '=>') return index;
  if (tokens[index]?.text !== ':') return undefined;
  while (index < tokens.length && !/^[,;?)\]}]$/.test(tokens[index]?.text ?? '')) {
    const { text, start } = tokens[index] as Token;
    if (text === '=>') return index;
    if (text === '<') index = afterTypeArguments(tokens, index);
    else index = /^[([{]$/.test(text) ? indexAfter(tokens, endOfBrackets(value, start)) : index + 1;
  }
  return undefined;
};

/** Returns the index after a function's body: a block, or an expression up to the next comma or closing bracket. */
const afterBody = (value: string, tokens: readonly Token[], from: number): number => {
  let index = from;
  if (tokens[index]?.text === '{') return indexAfter(tokens, endOfBrackets(value, tokens[index]?.start ?? 0));
  while (index < tokens.length && !/^[,)\]};]$/.test(tokens[index]?.text ?? '')) {
    const { text, start } = tokens[index] as Token;
    index = /^[([{]$/.test(text) ? indexAfter(tokens, endOfBrackets(value, start)) : index + 1;
  }
  return index;
};

/** Reads `new a.b<C>(` and returns the next index. Adds a call to the list, and skips the body of a method. */
const readName = (value: string, tokens: readonly Token[], start: number, found: string[]): number => {
  let index = start;
  let name = tokens[start - 1]?.text === '.' ? '.' : '';
  if (tokens[index]?.text === 'await') found.push('await');
  if (tokens[index]?.text === 'new') {
    name = 'new ';
    index++;
  }
  name += tokens[index++]?.text ?? '';
  while (tokens[index]?.text === '.' && tokens[index + 1]?.kind === 'word') {
    name += `.${tokens[index + 1]?.text}`;
    index += 2;
  }
  if (name === 'process.env' || name.startsWith('process.env.')) found.push('process.env');
  const open = afterTypeArguments(tokens, index);
  if (tokens[open]?.text.startsWith('`')) found.push(name);
  if (tokens[open]?.text !== '(') return name.startsWith('new ') ? (found.push(name), index) : index;
  const after = indexAfter(tokens, endOfBrackets(value, tokens[open]?.start ?? 0));
  if (tokens[after]?.text === '{') return afterBody(value, tokens, after);
  if (tokens[after]?.text !== '=>' && name !== 'async') found.push(name);
  return open + 1;
};

/** Returns the index after `<…>`, or the same index if no `<…>` follows. */
const afterTypeArguments = (tokens: readonly Token[], index: number): number => {
  if (tokens[index]?.text !== '<') return index;
  let depth = 0;
  for (let at = index; at < tokens.length; at++) {
    if (tokens[at]?.text === '<') depth++;
    if (tokens[at]?.text === '>') depth--;
    if (depth === 0) return at + 1;
  }
  return index;
};
