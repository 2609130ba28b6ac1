/**
 * Changes the SDK's schemas of a service so that a bundler drops unused schemas. The SDK registers a class for every error of a service, also for
 * operations that are not built in. These packages use AWS's codes instead, which the SDK's general error class contains. One class remains,
 * because the SDK retries it by its model and not by its code. A bundler drops a schema only if the names of its members are literals.
 */
export const droppableSchemas = (source: string): string =>
  withLiteralKeys(source.replaceAll(/^n0_registry\.registerError\((?!IDPCommunicationError).*\);$/gm, '')).replaceAll(
    // A bundler keeps the array that contains a template.
    /`(\w*)`/g,
    '"$1"',
  );

/** Removes the registries of errors, which require the SDK's runtime. */
export const schemasAlone = (source: string): string => {
  const schemas = droppableSchemas(source)
    .replaceAll(imports, '')
    .replaceAll(/^(?:const )?\w+_registry(?: = new TypeRegistry| = TypeRegistry\.for|\.registerError)\(.*\);$/gm, '')
    .replace(/^export const errorTypeRegistries = \[[^\]]*\];$/m, '');
  const left = leftOver(source, schemas);
  if (left.length === 0) return schemas;
  throw new Error(
    `The SDK's schemas still use ${left.join(', ')} after the registries of errors were removed. The SDK writes them in another way now: adapt schemasAlone in tools/build/sdk-schemas.ts.`,
  );
};

const imports = /^import .*;$/gm;

/** Returns removed names that are still used. The module could not be loaded with them. */
const leftOver = (source: string, schemas: string): readonly string[] => {
  const imported = [...source.matchAll(/^import \{([^}]*)\} from .*;$/gm)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim().replace(/^.* as /, '')),
  );
  const registries = [...source.matchAll(/^const (\w+_registry) = /gm)].map(([, name = '']) => name);
  const code = schemas.replaceAll(/"[^"\n]*"|`[^`\n]*`/g, '""');
  return [...imported, ...registries].filter(
    (name) => name !== '' && new RegExp(`(?<![\\w$.])${name}(?![\\w$])`).test(code),
  );
};

/** Converts `{ [_xN]: 1 }` to `{ ["xmlName"]: 1 }`. */
const withLiteralKeys = (source: string): string => {
  const names = new Map(
    [...source.matchAll(/^const (_\w+) = ("[^"]*");$/gm)].map(([, name = '', literal = '']) => [name, literal]),
  );
  return source.replaceAll(/\[(_\w+)\]: /g, (text, name: string) =>
    names.has(name) ? `[${names.get(name)}]: ` : text,
  );
};
