import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Visitor } from 'oxc-parser';

import { root } from '../../root.ts';
import { parseSource } from '../../typescript/syntax.ts';
import type { PublicText } from './avoided-terms.ts';

const filesOf = (...patterns: string[]): readonly string[] =>
  globSync(patterns, { cwd: root, exclude: ['**/node_modules/**'] })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

/** The pages of the documentation without code and the addresses of links. The reference is written from the comments; decisions stay as they were made. */
export const pageTexts = (): readonly PublicText[] =>
  filesOf('*.md', 'docs/**/*.md', 'packages/*/README.md')
    .filter((path) => !/^docs\/(?:reference|decisions)\/|^docs\/naming\.md$/.test(path))
    .map((path) => ({ path, text: proseOf(readFileSync(join(root, path), 'utf8')) }));

/** The text of a page, without code, comments, and the addresses of links. */
export const proseOf = (page: string): string =>
  withoutCode(page.replace(/^```[\s\S]*?^```/gm, '').replace(/<!--[\s\S]*?-->/g, '')).replace(
    /\[([^\]]*)\]\([^)]*\)/g,
    '$1',
  );

/** The documentation comments of the packages, and their texts of more than one word: messages and advice. */
export const sourceTexts = (): readonly PublicText[] =>
  filesOf('packages/*/src/**/*.ts')
    .filter((path) => !/\.test(?:-d)?\.ts$|\/__fixtures__\/|^packages\/contract\//.test(path))
    .flatMap((path) => textsOf(path, readFileSync(join(root, path), 'utf8')));

/** The documentation comments without code, and the texts, of one source. */
export const textsOf = (path: string, source: string): readonly PublicText[] => {
  const { program, comments } = parseSource(path, source);
  const texts = comments
    .filter(({ value }) => value.startsWith('*'))
    .map(({ value }) => withoutCode(value.replace(/@example[^@]*/g, '')));
  new Visitor({
    Literal: ({ value }) => void (typeof value === 'string' && /\w \w/.test(value) && texts.push(value)),
    TemplateElement: ({ value }) => void texts.push(value.raw),
  }).visit(program);
  return texts.map((text) => ({ path, text }));
};

const withoutCode = (text: string): string => text.replace(/`[^`\n]*`/g, '``');
