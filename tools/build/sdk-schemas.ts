/**
 * The SDK's schemas of a service, so that a bundler drops those that are not used. The SDK registers a class for every error of a service, of
 * operations too that are not built in; ours are made from AWS's codes, which the SDK's general error class carries as well. The one class
 * that stays is retried because of its model, not because of its code. Names of members are constants, and a bundler drops a schema only
 * where they are literal.
 */
export const droppableSchemas = (source: string): string =>
  withLiteralKeys(source.replaceAll(/^n0_registry\.registerError\((?!IDPCommunicationError).*\);$/gm, ''));

/** The same without the registries of errors, which need the SDK's runtime. */
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

/** Names that were removed, but are used: the module would fail when it is loaded. */
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

/** `{ [_xN]: 1 }` as `{ ["xmlName"]: 1 }`. */
const withLiteralKeys = (source: string): string => {
  const names = new Map(
    [...source.matchAll(/^const (_\w+) = ("[^"]*");$/gm)].map(([, name = '', literal = '']) => [name, literal]),
  );
  return source.replaceAll(/\[(_\w+)\]: /g, (text, name: string) =>
    names.has(name) ? `[${names.get(name)}]: ` : text,
  );
};
