import { nearestNames } from '../packages/core/src/schema/nearest-names.ts';

/** The last line for a name that does not exist: the nearest ones, else all. */
export const didYouMean = (kind: string, name: string, names: readonly string[]): string => {
  const near = nearestNames(name, names);
  // `start-and-describe` without its topic is near to `compute/start-and-describe`.
  const ending = names.filter((each) => each.endsWith(`/${name}`));
  const choices = [...new Set([...ending, ...near])];
  if (choices.length > 0) return `There is no ${kind} ${name}. Did you mean ${choices.slice(0, 3).join(' or ')}?`;
  return `There is no ${kind} ${name}. There are ${names.join(', ')}.`;
};
