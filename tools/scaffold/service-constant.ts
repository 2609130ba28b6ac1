import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { AwsOperation } from './aws-operation.ts';
import { camel, kebab, pascal } from './names.ts';
import { didYouMean, type Place, serviceFolders } from './place.ts';

/** The description of a service in `packages/services`. */
export interface ServiceConstant {
  /** e.g. `ec2`. */
  readonly name: string;
  /** Its folder in `packages/services/src`, e.g. `ec2`. */
  readonly folder: string;
  /** The prefix of IAM actions. */
  readonly prefix: string;
  /** The prefix of the URLs of AWS's documentation. */
  readonly documentation: string;
  /** Whether `packages/services` already contains it. */
  readonly known: boolean;
}

/** Returns the constant of an operation's service: the existing one, or a new one. */
export const serviceConstant = (place: Place, { client, service }: AwsOperation): ServiceConstant => {
  const known = knownConstant(place.root, client);
  const folders = serviceFolders(place.root);
  const exists =
    existsSync(join(place.root, 'packages', place.layer, 'src', place.service)) || folders.includes(place.service);
  if (known) {
    if (exists) return known;
    throw new Error(
      `There is no service ${place.service}.${didYouMean(place.service, folders)} ${client} is described in packages/services/src/${known.folder}: write ${known.folder}/${place.folder.split('/').slice(1).join('/')}.`,
    );
  }
  const folder = folders.includes(place.service) ? kebab(pascal(service.id.replaceAll(/\W/g, ''))) : place.service;
  const words = folder.split('-').map((word) => word.replace(/^./, (letter) => letter.toUpperCase()));
  return {
    name: camel(words.join('')),
    folder,
    prefix: service.signingName,
    documentation: `https://docs.aws.amazon.com/${service.signingName}/latest/APIReference/API_`,
    known: false,
  };
};

const knownConstant = (root: string, client: string): ServiceConstant | undefined => {
  const src = join(root, 'packages/services/src');
  for (const file of globSync('*/*.ts', { cwd: src }).sort()) {
    const text = readFileSync(join(src, file), 'utf8');
    const name = /export const (\w+): Service = /.exec(text)?.[1];
    if (name === undefined || !text.includes(`from '${client}'`)) continue;
    const member = (key: string): string =>
      new RegExp(`\\b${key}: '([^']*)'`).exec(text.slice(text.indexOf(': Service =')))?.[1] ?? '';
    const [folder = ''] = file.replaceAll('\\', '/').split('/');
    return { name, folder, prefix: member('prefix'), documentation: member('documentation'), known: true };
  }
  return undefined;
};
