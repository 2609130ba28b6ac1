import type { ClosedSet } from './closed-sets-of.ts';
import type { SdkEnum } from './sdk-enums.ts';

/** Returns the closed sets that lack values of AWS's enum. The enum of a set is the smallest one that contains all its values. */
export const widenedSets = (sets: readonly ClosedSet[], enums: readonly SdkEnum[]): readonly string[] =>
  sets.flatMap(({ places, values }) => {
    if (values.length < 2) return [];
    const [nearest] = enums
      .filter((each) => values.every((value) => each.values.includes(value)))
      .sort((one, other) => one.values.length - other.values.length);
    const missing = (nearest?.values ?? []).filter((value) => !values.includes(value));
    return missing.length > 0 ? [`${places.join(', ')} lacks ${missing.join(', ')} of ${nearest?.name}`] : [];
  });
