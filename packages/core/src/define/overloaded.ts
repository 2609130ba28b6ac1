import type { DeclaredFunction, PolicyLimits } from '../declaration/info.js';

/** Gives a function the declaration of another one, to accept its arguments in a further form. */
export const overloaded = <Callable extends (...values: never[]) => unknown, Limits extends PolicyLimits = {}>(
  base: DeclaredFunction,
  callable: Callable,
): Callable & DeclaredFunction<Limits> => {
  for (const name of Reflect.ownKeys(base)) {
    const own = Object.getOwnPropertyDescriptor(callable, name);
    if (!own) Object.defineProperty(callable, name, Object.getOwnPropertyDescriptor(base, name)!);
  }
  return callable as Callable & DeclaredFunction<Limits>;
};
