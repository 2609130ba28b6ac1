import { resolve } from 'node:path';

import { closedSetsOf } from './closed-sets-of.ts';
import { narrowerSets } from './narrower-sets.ts';
import { sdkEnums } from './sdk-enums.ts';
import { widenedSets } from './widened-sets.ts';
import { root } from '../../root.ts';

/** Returns the closed sets of a layer to which the installed SDK has added values, except the sets that are narrower on purpose. */
export const widenedSetsOf = (name: string, layer: object): readonly string[] =>
  widenedSets(closedSetsOf(layer), sdkEnums(resolve(root, 'packages', name))).filter(
    (line) => !narrowerSets.some(([place]) => placesOf(line).includes(place)),
  );

const placesOf = (line: string): readonly string[] => line.split(' lacks ')[0]!.split(', ');
