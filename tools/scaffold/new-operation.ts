import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { findOperation } from './aws-operation.ts';
import { withExport, withName } from './index-lines.ts';
import { pascal } from './names.ts';
import { findPlace, type Place } from './place.ts';
import { type Plan, planOperation } from './plan.ts';
import { type Files, withSample } from './samples.ts';
import { open } from './text.ts';
import { writeOperation } from './write-operation.ts';
import { writeResource } from './write-resource.ts';
import { writeService } from './write-service.ts';
import { writeTest } from './write-test.ts';

/** The operation to write, and its place. */
export interface Wanted {
  /** The folder that contains `packages/`. */
  readonly root: string;
  /** The layer, e.g. `compute`. */
  readonly packageName: string;
  /** The folder, e.g. `ec2/instances`, or `instances` if only one folder of the layer has this name. */
  readonly folder: string;
  /** AWS's name of the operation, e.g. `DescribeInstances`. */
  readonly operation: string;
  /** Whether to write the listing of an operation that also describes single resources. */
  readonly asListing: boolean;
}

/** The written files and the next steps. */
export interface Written {
  readonly files: readonly { readonly path: string; readonly places: number }[];
  /** The next steps, as lines. */
  readonly next: readonly string[];
}

/** Writes the first version of an operation: its file, test, sample and lines in the indexes. Existing files are never overwritten. */
export const newOperation = ({ root, packageName, folder, operation, asListing }: Wanted): Written => {
  const place = findPlace(root, packageName, folder);
  const plan = planOperation(place, findOperation(root, packageName, operation), asListing);
  const fresh = freshFiles(place, plan);
  for (const [path] of fresh) {
    if (existsSync(join(root, path))) throw new Error(`${path} exists already, and nothing is overwritten.`);
  }
  const service = plan.service.known ? [] : writeService(place, plan.operation, plan.service);
  const files: Files = [...fresh, ...indexes(place, plan), ...withSample(place, plan), ...service];
  const isNewFolder = !existsSync(join(root, 'packages', packageName, 'src', place.folder));
  const before = new Map(files.map(([path]) => [path, placesIn(read(root, path))]));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return {
    files: files.map(([path, text]) => ({ path, places: placesIn(text) - (before.get(path) ?? 0) })),
    next: [
      '',
      ...(isNewFolder ? [`${place.folder} is a new folder.`] : []),
      ...(service.length > 0 ? ['The service is new: run npx pnpm install.'] : []),
      `Next: fill in the places marked ${open.slice(0, -1)}, then run npm test -- ${plan.file} and npm run check.`,
      'docs/adding-an-operation.md describes each step.',
    ],
  };
};

const placesIn = (text: string): number => text.split(open).length - 1;
const read = (root: string, path: string): string =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';

const freshFiles = ({ layer, folder }: Place, plan: Plan): Files => {
  const inFolder = (file: string): string => `packages/${layer}/src/${folder}/${file}`;
  const { file, result } = plan;
  return [
    [inFolder(`${file}.ts`), writeOperation(plan)],
    [inFolder(`${file}.test.ts`), writeTest(plan)],
    ...(result && !result.known
      ? [[inFolder(`${result.from.slice(2, -3)}.ts`), writeResource(plan, result)] as const]
      : []),
  ];
};

/** Adds the new names to the folder's index. Adds a new folder to the indexes above it. */
const indexes = ({ root, layer, service, folder }: Place, { name, file, result }: Plan): Files => {
  const src = `packages/${layer}/src`;
  const lines = [
    [`${folder}/index.ts`, `export { ${name}, type ${pascal(name)}Input } from './${file}.js';`],
    ...(result && !result.known
      ? [[`${folder}/index.ts`, `export type { ${result.type} } from '${result.from}';`]]
      : []),
    [`${service}/index.ts`, `export * from './${folder.slice(service.length + 1)}/index.js';`],
    ['index.ts', `export * from './${service}/index.js';`],
  ] as const;
  const texts = new Map<string, string>();
  for (const [index = '', line = ''] of lines) {
    const path = `${src}/${index}`;
    texts.set(path, withExport(texts.get(path) ?? read(root, path), line));
  }
  if (result?.unlisted) {
    const path = `${src}/${result.unlisted.index}`;
    texts.set(path, withName(read(root, path), result.unlisted.module, result.factory));
  }
  return [...texts].filter(([path, text]) => text !== read(root, path));
};
