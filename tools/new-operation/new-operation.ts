import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { findOperation } from './aws-operation.ts';
import { withExport } from './index-lines.ts';
import { pascal } from './names.ts';
import { planOperation } from './plan.ts';
import { open } from './text.ts';
import { writeOperation } from './write-operation.ts';
import { writeResource } from './write-resource.ts';
import { writeTest } from './write-test.ts';

/** Which operation to begin, and where. */
export interface Wanted {
  /** The folder that holds `packages/`. */
  readonly root: string;
  /** e.g. `compute`. */
  readonly packageName: string;
  /** e.g. `instances`. */
  readonly folder: string;
  /** In AWS's words, e.g. `DescribeInstances`. */
  readonly operation: string;
  /** Makes the listing of an operation that also describes single things. */
  readonly asListing: boolean;
}

/** What was written. */
export interface Written {
  readonly files: readonly { readonly path: string; readonly places: number }[];
  /** What is left to do, as lines. */
  readonly next: readonly string[];
}

/** Writes the start of an operation, its test and its lines in the folder's index; what is there already is never overwritten. */
export const newOperation = ({ root, packageName, folder, operation: wanted, asListing }: Wanted): Written => {
  if (!/^[a-z][a-z0-9-]*$/.test(folder))
    throw new Error(`A folder of resources is named like instance-types, not ${folder}.`);
  const packageFolder = join(root, 'packages', packageName);
  if (!existsSync(packageFolder)) throw new Error(`There is no package packages/${packageName}.`);
  const plan = planOperation(packageFolder, folder, findOperation(root, packageName, wanted), asListing);
  const { name, file, result } = plan;
  const inFolder = (each: string): string => `packages/${packageName}/src/${folder}/${each}`;
  const files = new Map([
    [inFolder(`${file}.ts`), writeOperation(plan)],
    [inFolder(`${file}.test.ts`), writeTest(plan)],
    ...(result && !result.known
      ? [[inFolder(`${result.from.slice(2, -3)}.ts`), writeResource(plan, result)] as const]
      : []),
  ]);
  for (const path of files.keys()) {
    if (existsSync(join(root, path))) throw new Error(`${path} is there already, and nothing is overwritten.`);
  }
  const index = inFolder('index.ts');
  const fresh = !existsSync(join(root, index));
  let lines = withExport(
    fresh ? '' : readFileSync(join(root, index), 'utf8'),
    `export { ${name}, type ${pascal(name)}Input } from './${file}.js';`,
  );
  if (result && !result.known) lines = withExport(lines, `export type { ${result.type} } from '${result.from}';`);
  for (const [path, text] of [...files, [index, lines] as const]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const newFolder = `A new folder: add export * from './${folder}/index.js' to packages/${packageName}/src/index.ts and run npm run check -- exports --update.`;
  return {
    files: [...files, [index, lines] as const].map(([path, text]) => ({ path, places: text.split(open).length - 1 })),
    next: [
      '',
      ...(fresh ? [newFolder] : []),
      `Next: decide what is marked ${open.slice(0, -1)}, then npm test -- ${file}, and npm run check.`,
      'docs/adding-an-operation.md says how, step by step.',
    ],
  };
};
