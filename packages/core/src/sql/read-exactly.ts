/**
 * Lets the SDK read whole numbers beyond 2^53 in a structure's JSON as bigints. AWS's model calls them numbers, for which the SDK would take
 * the nearest that JavaScript has; by this note of its own it remembers of a structure whether its numbers have to be exact.
 */
export const readExactly = (structure: object): void =>
  void Object.assign(structure, { [Symbol.for('@aws-sdk/reviver')]: true });
