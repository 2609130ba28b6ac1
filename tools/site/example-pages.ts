import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from '../root.ts';

interface ExamplePage {
  readonly params: { readonly topic: string };
  readonly content: string;
}

/** One page per topic, with all examples of the topic. */
export const examplePages = {
  watch: ['../../examples/*/*.{ts,mts}'],
  paths: (): ExamplePage[] =>
    [...Map.groupBy(exampleFiles(), (file) => basename(dirname(file)))].map(([topic, files]) => ({
      params: { topic },
      content: [`# Examples: ${topic}`, listOf(files), ...files.map(sectionOf)].join('\n\n'),
    })),
};

/** The examples that `npm run example` runs. */
export const exampleFiles = (): readonly string[] =>
  globSync('examples/*/*.ts', { cwd: root, exclude: ['examples/{demo,functions,node_modules}/**'] })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

const listOf = (files: readonly string[]): string =>
  `Complete programs: ${files.map((file) => `\`${basename(file, '.ts')}\``).join(', ')}.`;

const sectionOf = (file: string): string => {
  const [first = '', ...rest] = readFileSync(join(root, file), 'utf8').trimEnd().split('\n');
  const name = file.slice('examples/'.length).replace(/\.ts$/, '');
  return [
    `## ${basename(name)}`,
    first.replace(/^\/\/ /, ''),
    `\`\`\`ts\n${rest.join('\n').trim()}\n\`\`\``,
    `Run it on a local AWS: \`npm run example -- ${name}\`.`,
  ].join('\n\n');
};
