import { infoOf } from '@arch/core/builder';

import { definitionOf } from '../../../packages/core/src/schema/definition.ts';

/** A set of values that an input member accepts. */
export interface ClosedSet {
  /** The place of the member, e.g. `listInstances.state`. */
  readonly places: readonly string[];
  readonly values: readonly string[];
}

type Type = Parameters<typeof definitionOf>[0];

/** Returns the closed sets in the inputs of a layer's functions. Equal sets are returned once. */
export const closedSetsOf = (layer: object): readonly ClosedSet[] => {
  const found = new Map<string, { places: string[]; values: readonly string[] }>();
  for (const [name, callable] of Object.entries(layer)) {
    // The goals of waits are not values of AWS.
    if (name.startsWith('waitFor')) continue;
    const input = (infoOf(callable)?.declaration as { readonly input?: Type } | undefined)?.input;
    for (const { path, values } of input ? setsIn(input, []) : []) {
      const key = values.toSorted().join();
      const set = found.get(key) ?? { places: [], values };
      set.places.push([name, ...path].join('.'));
      found.set(key, set);
    }
  }
  return [...found.values()].map(({ places, values }) => ({ values, places: [...new Set(places)].sort() }));
};

interface FoundSet {
  readonly path: readonly string[];
  readonly values: readonly string[];
}

const setsIn = (type: Type, path: readonly string[]): readonly FoundSet[] => {
  const definition = definitionOf(type);
  const { innerType, in: source, options = [], shape = {}, element, items = [], valueType } = definition;
  const { entries } = definition as { readonly entries?: Readonly<Record<string, string>> };
  if (entries) return [{ path, values: Object.values(entries) }];
  const inside = [innerType, source, element, valueType, ...options, ...items].filter((each) => each !== undefined);
  return [
    ...inside.flatMap((each) => setsIn(each, path)),
    ...Object.entries(shape).flatMap(([name, member]) => setsIn(member, [...path, name])),
  ];
};
