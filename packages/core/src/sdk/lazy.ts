// The builds of the layers replace the SDK's classes with these, so that importing a layer loads neither the SDK's runtime nor a client.

import { once } from './once.js';

/** A class of the SDK that is loaded at its first use. */
export interface Lazy<Type> {
  readonly load: () => Promise<Type>;
}

/** A command class of the SDK. Its name and schema are known before it is loaded. */
export interface LazyCommand<Type> extends Lazy<Type> {
  readonly name: string;
  readonly schema: readonly unknown[];
}

/** Replaces a client class until the first call. */
export const lazyClient = <Type>(load: () => Promise<Type>): Lazy<Type> => ({ load: once(load) });

/** Replaces a command class until the first call. */
export const lazyCommand = <Type>(
  name: string,
  schema: readonly unknown[],
  load: () => Promise<Type>,
): LazyCommand<Type> => ({ name, schema, load: once(load) });

/** Returns the class, and loads it first if necessary. */
export const loaded = async <Type extends object>(type: Type | Lazy<Type>): Promise<Type> =>
  'load' in type ? type.load() : type;
