import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Says what to do about a name that the SDK's runtime in core lacks; other messages stay as they are. */
export const explainMissing = (message: string, metafile: string, folder: string): string => {
  const [, module, name = ''] =
    /requested module '(@arch\/core\/sdk[\w/-]*)' does not provide an export named '([^']+)'/.exec(message) ?? [];
  if (module === undefined) return message;
  const [file = module, from = 'the SDK'] = importerOf(name, metafile, folder) ?? [];
  const source = `packages/core/src/${module.replace('@arch/core/', '')}${module === '@arch/core/sdk' ? '/index' : ''}.ts`;
  return `${file} needs ${name} of ${from}, which ${module} does not export. Add export { ${name} } from '${from}' to ${source}.`;
};

/** The module that imports a name of the SDK's runtime, and from where. */
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
