import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { exportedByLayer } from './modules.ts';
import type { Place } from './place.ts';
import type { Plan } from './plan.ts';
import { sampleValues } from './sample-values.ts';
import { open } from './text.ts';

/** Files by their paths below the root. */
export type Files = readonly (readonly [path: string, text: string])[];

/** Adds a sample to the samples of a layer: in the file with the samples of the folder or of its service, or in a new file. */
export const withSample = (place: Place, plan: Plan): Files => {
  const folder = `packages/${place.layer}/src/__fixtures__`;
  const samples = readSamples(place, folder);
  const { input, response } = sampleValues(plan);
  const area = areaOf(place, samples) ?? newArea(place);
  const hasResponse = samples.some(({ text }) => hasEntry(text, plan.operation.name));
  const withInput = withEntry(area.text, 'inputs', `${plan.name}: ${input}`);
  const text = hasResponse ? withInput : withEntry(withInput, 'answers', `${plan.operation.name}: ${response}`);
  const list = `${folder}/contract-samples.ts`;
  if (samples.some(({ path }) => path === area.path)) return [[area.path, text]];
  return [
    [area.path, text],
    [list, withArea(readFileSync(join(place.root, list), 'utf8'), area.path)],
  ];
};

interface Area {
  readonly path: string;
  readonly text: string;
}

const readSamples = ({ root }: Place, folder: string): readonly Area[] =>
  globSync('*-samples.ts', { cwd: join(root, folder) })
    .filter((name) => name !== 'contract-samples.ts')
    .sort()
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') }));

/** Finds the file with the most functions of the folder, or of its service. */
const areaOf = (place: Place, samples: readonly Area[]): Area | undefined => {
  const exported = [...exportedByLayer(place)];
  for (const isNear of [
    (folder: string) => folder === place.folder,
    (folder: string) => folder.startsWith(`${place.service}/`),
  ]) {
    const names = exported.filter(([, folder]) => isNear(folder)).map(([name]) => name);
    const count = ({ text }: Area): number => names.filter((name) => hasEntry(text, name)).length;
    const [first] = samples.toSorted((one, other) => count(other) - count(one));
    if (first && count(first) > 0) return first;
  }
  return undefined;
};

const newArea = ({ root, layer, service, folder }: Place): Area => {
  const resource = basename(folder);
  const pathOf = (name: string): string => `packages/${layer}/src/__fixtures__/${name}-samples.ts`;
  const path = existsSync(join(root, pathOf(resource))) ? pathOf(`${service}-${resource}`) : pathOf(resource);
  return { path, text: emptyArea(constantOf(path)) };
};

const constantOf = (path: string): string =>
  basename(path, '.ts').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const emptyArea = (name: string): string =>
  [
    "import type { LayerSamples } from '@arch/contract';",
    '',
    '/** One valid input per function, one valid response per AWS operation. */',
    `export const ${name}: LayerSamples = {`,
    '  inputs: {',
    '  },',
    '  answers: {',
    '  },',
    '};',
    '',
  ].join('\n');

const hasEntry = (text: string, name: string): boolean => new RegExp(`^ {4}${name}[:,]`, 'm').test(text);

/** Adds an entry in the order of names. */
const withEntry = (text: string, block: string, entry: string): string => {
  const begin = `\n  ${block}: {\n`;
  const start = text.indexOf(begin) + begin.length;
  const end = text.indexOf('\n  },\n', start - 1) + 1;
  if (start < begin.length || end === 0) throw new Error(`A file of samples has no ${block}: { … } of several lines.`);
  const lines = text.slice(start, end).split(/(?<=\n)/);
  const later = lines.findIndex((line) => /^ {4}\w/.test(line) && line.trim() > entry);
  const before = lines.slice(0, later < 0 ? lines.length : later);
  const at = before.findLastIndex((line) => !/^ {4}\/\//.test(line)) + 1;
  const added = [`    // ${open} values as AWS documents them.\n`, `    ${entry},\n`];
  return text.slice(0, start) + lines.toSpliced(later < 0 ? lines.length : at, 0, ...added).join('') + text.slice(end);
};

/** Adds a file to the samples of the layer. */
const withArea = (list: string, path: string): string => {
  const name = constantOf(path);
  const line = `import { ${name} } from './${basename(path, '.ts')}.js';\n`;
  return list
    .replace('\nexport const', `${line}\nexport const`)
    .replace(/joinSamples\(([^)]*?),?\s*\);/, (_, names: string) => `joinSamples(${names && `${names}, `}${name});`);
};
