import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A service as a package declares it in `clients/`. */
export interface ServiceConstant {
  /** e.g. `ec2`. */
  readonly name: string;
  /** e.g. `../clients/ec2.js`. */
  readonly from: string;
  /** What IAM actions begin with. */
  readonly prefix: string;
  /** What the addresses of AWS's pages begin with. */
  readonly documentation: string;
}

const clientFiles = (folder: string): readonly { readonly from: string; readonly text: string }[] =>
  globSync('src/clients/*.ts', { cwd: folder })
    .sort()
    .map((file) => ({
      from: `../clients/${basename(file, '.ts')}.js`,
      text: readFileSync(join(folder, file), 'utf8'),
    }));

/** The constant for the service of a client, e.g. of `@aws-sdk/client-ec2`. */
export const serviceConstant = (folder: string, client: string): ServiceConstant => {
  for (const { from, text } of clientFiles(folder)) {
    const name = /export const (\w+): Service = /.exec(text)?.[1];
    if (name === undefined || !text.includes(`from '${client}'`)) continue;
    const member = (key: string): string =>
      new RegExp(`\\b${key}: '([^']*)'`).exec(text.slice(text.indexOf(': Service =')))?.[1] ?? '';
    return { name, from, prefix: member('prefix'), documentation: member('documentation') };
  }
  throw new Error(
    `${join(folder, 'src/clients')} declares no service for ${client}. Add a file like packages/compute/src/clients/ec2.ts first.`,
  );
};

/** A checked ID that the package has already: `instanceId` from `../clients/ec2-ids.js`, and an example of it. */
export interface KnownId {
  readonly from: string;
  readonly sample: string;
}

/** The check of an ID by the member's name, where a file of `clients/` has one. */
export const knownId = (folder: string, name: string): KnownId | undefined => {
  for (const { from, text } of clientFiles(folder)) {
    const prefix = new RegExp(`export const ${name} = \\(\\)[^=]*=>\\s*ec2Id\\('([\\w-]+)'\\)`).exec(text)?.[1];
    if (prefix !== undefined) return { from, sample: `${prefix}-0123456789abcdef0` };
  }
  return undefined;
};

/** The table of errors about one kind of resource, e.g. `instanceErrors`, where a file of `clients/` has it. */
export const knownErrors = (
  folder: string,
  key: string,
): { readonly name: string; readonly from: string } | undefined => {
  const name = `${key.replace(/Id$/, '')}Errors`;
  const file = clientFiles(folder).find(({ text }) => text.includes(`export const ${name}:`));
  return file && { name, from: file.from };
};

/** Where a package already reads one of AWS's structures. */
export interface KnownResource {
  readonly type: string;
  readonly factory: string;
  readonly from: string;
}

/** The type and the schema for a structure, where a folder of the package has them. */
export const knownResource = (folder: string, here: string, structure: string): KnownResource | undefined => {
  for (const file of globSync('src/*/*.ts', { cwd: folder }).sort()) {
    const text = readFileSync(join(folder, file), 'utf8');
    const found = new RegExp(
      `export const (\\w+) = \\(\\): Schema<(\\w+)> =>\\s*resource<\\w+>\\(${structure}\\$,`,
    ).exec(text);
    if (!found?.[1] || !found[2]) continue;
    const [, room = ''] = file.replaceAll('\\', '/').split('/');
    if (room !== here && !exportsName(join(folder, 'src', room, 'index.ts'), found[1])) continue;
    return {
      factory: found[1],
      type: found[2],
      from: room === here ? `./${basename(file, '.ts')}.js` : `../${room}/index.js`,
    };
  }
  return undefined;
};

const exportsName = (index: string, name: string): boolean =>
  existsSync(index) && new RegExp(`\\b${name}\\b`).test(readFileSync(index, 'utf8'));
