import { basename } from 'node:path/posix';

import { firstSentence } from '../reference/first-sentence.ts';

const mostNames = 8;

/** What a page is about, in one line: the first sentence of its text or of its decision, or the names that it documents. */
export const pageDescription = (path: string, page: string): string => {
  const paragraphs = page.split(/\n{2,}/);
  const first = paragraphs.find((each) => /^[^#<|\n-]/.test(each) && !each.startsWith('```')) ?? '';
  if (first.startsWith('Import from ')) return ofReference(path, page);
  return sentence(paragraphs.find((each) => each.startsWith('**Decision.** ')) ?? first);
};

/** A page of the reference: the sentence of the resource that its path names, and its functions, or types without a function. */
const ofReference = (path: string, page: string): string => {
  const types = [...page.matchAll(/^### (\w+)\n\n(.*)/gm)];
  const [, , resource] = types.find(([, name = '']) => isPlural(basename(path, '.md'), name)) ?? [];
  const functions = [...page.matchAll(/^## (\w+)\n\n```/gm)];
  const names = (functions.length > 0 ? functions : types).map(([, name = '']) => `\`${name}\``);
  const more = names.length > mostNames ? [`${names.length - mostNames} more`] : [];
  return [resource && sentence(resource), `${[...names.slice(0, mostNames), ...more].join(', ')}.`]
    .filter(Boolean)
    .join(' ');
};

/** Whether `key-pairs` are several of `KeyPair`. */
const isPlural = (plural: string, name: string): boolean => {
  const singular = name.replace(/(?<=[a-z\d])(?=[A-Z])/g, '-').toLowerCase();
  return [`${singular}s`, `${singular}es`, singular.replace(/y$/, 'ies'), singular].includes(plural);
};

/** The first sentence as plain text: no links, no labels, no colon before what follows it. */
const sentence = (text: string): string =>
  firstSentence(
    text
      .replace(/^\*\*[^*]+\*\*\s*/, '')
      .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
      .replace(/\s*https?:\S+/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  ).replace(/:$/, '.');
