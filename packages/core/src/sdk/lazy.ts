// What the builds of the layers put in the place of the SDK's classes, so that importing a layer loads neither the SDK's runtime nor a client.

import { once } from './once.js';

/** A class of the SDK that is loaded when it is first used. */
export interface Lazy<Type> {
  readonly load: () => Promise<Type>;
}

/** A command of the SDK: what it is made of is known before it is loaded. */
export interface LazyCommand<Type> extends Lazy<Type> {
  readonly name: string;
  readonly schema: readonly unknown[];
}

/** Stands for a client class until the first call. */
export const lazyClient = <Type>(load: () => Promise<Type>): Lazy<Type> => ({ load: once(load) });

/** Stands for a command class until the first call. */
export const lazyCommand = <Type>(
  name: string,
  schema: readonly unknown[],
  load: () => Promise<Type>,
): LazyCommand<Type> => ({ name, schema, load: once(load) });

/** The class itself, whether it has to be loaded or not. */
export const loaded = async <Type extends object>(type: Type | Lazy<Type>): Promise<Type> =>
  'load' in type ? type.load() : type;
