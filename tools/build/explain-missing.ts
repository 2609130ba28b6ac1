import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Adds advice to the message about a name that core does not export from the SDK's runtime. Returns other messages unchanged. */
export const explainMissing = (message: string, metafile: string, folder: string): string => {
  const [, module, name = ''] =
    /requested module '(@arch\/core\/sdk[\w/-]*)' does not provide an export named '([^']+)'/.exec(message) ?? [];
  if (module === undefined) return message;
  const [file = module, from = 'the SDK'] = importerOf(name, metafile, folder) ?? [];
  const source = `packages/core/src/${module.replace('@arch/core/', '')}${module === '@arch/core/sdk' ? '/index' : ''}.ts`;
  return `${file} needs ${name} of ${from}, which ${module} does not export. Add export { ${name} } from '${from}' to ${source}.`;
};

/** Finds the module that imports a name of the SDK's runtime, and the imported package. */
const importerOf = (name: string, metafile: string, folder: string): readonly [string, string] | undefined => {
  const { inputs } = JSON.parse(metafile) as { readonly inputs: Readonly<Record<string, unknown>> };
  const imported = new RegExp(`(?:im|ex)port \\{[^}]*\\b${name}\\b[^}]*\\} from ["']((?:@smithy|@aws-sdk)/[^"']+)["']`);
  for (const input of Object.keys(inputs)) {
    const file = join(folder, input.replace(/\?\w+$/, ''));
    const from = existsSync(file) ? imported.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
    if (from !== undefined) return [input.replace(/^.*\/node_modules\//, ''), from];
  }
  return undefined;
};
