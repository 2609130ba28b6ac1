import { addNote } from '../errors/add-note.js';
import { ServiceError } from '../errors/service-error.js';
import { definitionOf } from '../schema/definition.js';
import { nearestNames } from '../schema/nearest-names.js';
import type { ValueType } from '../schema/value-type.js';

/**
 * Adds to AWS's rejection of a request which known value may have been meant, e.g. `storageClass: did you mean "GLACIER_IR"?` The sets are
 * open, so only AWS knows whether a value exists.
 */
export const suggestKnown = (error: unknown, type: ValueType, input: Readonly<Record<string, unknown>>): unknown => {
  if (!(error instanceof ServiceError) || (error.status ?? 500) >= 500) return error;
  const { shape = {} } = definitionOf(type);
  for (const [name, member] of Object.entries(shape)) {
    const known = knownOf(member);
    const value = [input[name]].flat().find((each) => typeof each === 'string' && !known.includes(each));
    const near = known.length > 0 && value !== undefined ? nearestNames(value as string, known) : [];
    if (near.length > 0)
      return addNote(error, `${name}: did you mean ${near.map((each) => `"${each}"`).join(' or ')}?`);
  }
  return error;
};

/** The known values of an open set. */
const knownOf = (type: ValueType): readonly string[] => {
  const definition = definitionOf(type);
  const inner = definition.innerType ?? definition.element;
  return inner ? knownOf(inner) : ((definition as { error?: { known?: readonly string[] } }).error?.known ?? []);
};
