import { existsSync, globSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { nearestNames } from '../../packages/core/src/schema/nearest-names.ts';
import { notLayers } from '../checks/structure/source-file.ts';

/** The place of an operation. */
export interface Place {
  /** The folder that contains `packages/`. */
  readonly root: string;
  /** The layer, e.g. `compute`. */
  readonly layer: string;
  /** The first part of the folder, e.g. `ec2`. */
  readonly service: string;
  /** The folder below the layer's `src`, e.g. `ec2/instances`. */
  readonly folder: string;
}

const part = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';
const folderName = new RegExp(`^${part}(?:/${part})*$`);

/** Finds a folder by its path, `ec2/instances`, or by its last part if only one folder of the layer has it. */
export const findPlace = (root: string, layer: string, wanted: string): Place => {
  const layers = layersOf(root);
  if (!layers.includes(layer)) {
    throw new Error(`There is no layer packages/${layer}.${didYouMean(layer, layers)} Layers: ${layers.join(', ')}.`);
  }
  if (!folderName.test(wanted)) {
    throw new Error(`${wanted} is not the name of a folder. Write service/resource in kebab-case: ec2/instance-types.`);
  }
  const folder = wanted.includes('/') ? wanted : byLastPart(root, layer, wanted);
  return { root, layer, service: folder.split('/', 1)[0] ?? '', folder };
};

/** Returns ` Do you mean …?` if a name is similar. */
export const didYouMean = (name: string, names: readonly string[]): string => {
  const near = nearestNames(name, names);
  return near.length > 0 ? ` Do you mean ${near.join(' or ')}?` : '';
};

/** Returns the folders of a layer's resources, e.g. `ec2/instances` and `ec2/instances/launch`. */
export const resourceFolders = (root: string, layer: string): readonly string[] =>
  globSync('*/**/index.ts', { cwd: join(root, 'packages', layer, 'src') })
    .map((file) => file.replaceAll('\\', '/').replace(/\/index\.ts$/, ''))
    .filter((folder) => folder.includes('/') && !folder.includes('__fixtures__'))
    .sort();

/** Returns the folders of services in `packages/services`. */
export const serviceFolders = (root: string): readonly string[] => foldersIn(join(root, 'packages/services/src'));

const layersOf = (root: string): readonly string[] =>
  foldersIn(join(root, 'packages')).filter((name) => !notLayers.has(name));

const foldersIn = (path: string): readonly string[] =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];

const byLastPart = (root: string, layer: string, wanted: string): string => {
  const folders = resourceFolders(root, layer);
  const having = folders.filter((folder) => folder.endsWith(`/${wanted}`));
  const [folder] = having;
  if (folder === undefined) {
    const near = nearestNames(wanted, [...new Set(folders.map((each) => each.replace(/^.*\//, '')))]);
    const meant = folders.filter((each) => near.includes(each.replace(/^.*\//, '')));
    const hint = meant.length > 0 ? ` Do you mean ${meant.join(' or ')}?` : '';
    throw new Error(
      `packages/${layer} has no folder ${wanted}.${hint} For a new folder, write service/resource: ec2/addresses.`,
    );
  }
  if (having.length > 1) throw new Error(`${wanted} is the name of several folders. Write ${having.join(' or ')}.`);
  return folder;
};
