import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { installClients, type Workspace } from './workspace.ts';
import { root } from '../../root.ts';

/** What a page asked for while it was followed. */
export interface Followed {
  /** The files that were written. */
  readonly written: readonly string[];
  /** What `npm test -- …` names: those tests are run together, when all pages have been followed. */
  readonly tests: readonly string[];
}

/**
 * Does what a page for contributors says, block by block. A block of TypeScript is the content of the file that the text before it names
 * last, a `diff` changes that file, `yaml` is a line of it, and `sh` is run.
 */
export const followPage = (place: Workspace, page: string): Followed => {
  const followed = { written: [] as string[], tests: [] as string[] };
  let before = 0;
  const text = readFileSync(join(root, page), 'utf8');
  for (const { 1: language = '', 2: content = '', index, 0: block } of text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)) {
    const named = [...text.slice(before, index).matchAll(/`((?:packages\/|pnpm-)[^`<]+\.\w+)`/g)].at(-1)?.[1];
    before = index + block.length;
    if (language === 'sh') runLines(place, content, followed);
    else change(place, language, content, named ?? missing(page, content));
    if (language === 'ts' && named) followed.written.push(named);
  }
  return followed;
};

const missing = (page: string, content: string): never => {
  throw new Error(`${page} names no file for:\n${content}`);
};

const change = (place: Workspace, language: string, content: string, path: string): void => {
  const file = join(place.root, path);
  if (language === 'ts') writeFileSync(file, content);
  else if (language === 'diff') writeFileSync(file, patched(readFileSync(file, 'utf8'), content, path));
  else if (!readFileSync(file, 'utf8').includes(content))
    writeFileSync(file, `${readFileSync(file, 'utf8')}${content}`);
};

/** Replaces the lines with ` ` and `-` by those with ` ` and `+`. */
const patched = (text: string, diff: string, path: string): string => {
  const lines = diff.trimEnd().split('\n');
  const side = (marks: RegExp): string =>
    lines
      .filter((line) => marks.test(line))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  const parts = text.split(side(/^[ -]/));
  if (parts.length !== 2) throw new Error(`${path} contains these lines ${parts.length - 1} times:\n${side(/^[ -]/)}`);
  return parts.join(side(/^[ +]/));
};

const runLines = (place: Workspace, content: string, { tests }: { readonly tests: string[] }): void => {
  for (const line of content.trim().split('\n')) {
    const [, command = line, parameters = ''] = /^(npm run new-operation|npm test) -- (.*)$/.exec(line) ?? [];
    if (command === 'npm test') tests.push(...parameters.split(' '));
    else if (command === 'npm run new-operation') {
      const { status, output } = place.run(
        'node',
        '--no-warnings',
        'tools/commands/new-operation.ts',
        ...parameters.split(' '),
      );
      if (status !== 0) throw new Error(`${line}\n${output}`);
    } else if (command === 'npx pnpm install') {
      installClients(place, 'compute');
      installClients(place, 'services');
    } else throw new Error(`No test knows how to run ${line}.`);
  }
};
