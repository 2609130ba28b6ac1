import { layerModules, type Module, serviceModules } from './modules.ts';
import type { Place } from './place.ts';

/** An existing function that checks an ID, e.g. `instanceId` from `@arch/services/ec2`, and an example of the ID. */
export interface KnownId {
  readonly name: string;
  readonly from: string;
  readonly sample: string;
}

/** An existing table of errors, e.g. `statementErrors`. */
export interface KnownErrors {
  readonly name: string;
  readonly from: string;
}

/** The type and the schema of one of AWS's structures in the layer. */
export interface KnownResource {
  readonly type: string;
  readonly factory: string;
  readonly from: string;
  /** The index that must also export the schema, because it exports only the type. */
  readonly unlisted?: Module['listedIn'];
}

/** The existing exports that an operation of a service can use. */
export interface Surroundings {
  readonly service: readonly Module[];
  readonly layer: readonly Module[];
}

/** Finds the existing exports. */
export const surroundingsOf = (place: Place, service: string): Surroundings => ({
  service: serviceModules(place.root, service),
  layer: layerModules(place),
});

/** Finds the check of an ID by the member's name: `instanceId()`, `bucketName()` for `bucket`, `dbInstanceName()` for `dbInstanceIdentifier`. */
export const knownId = ({ service, layer }: Surroundings, key: string): KnownId | undefined => {
  const names = [key, `${key}Name`, key.replace(/Identifier$/, 'Name')];
  for (const name of names) {
    const declaration = new RegExp(`((?:/\\*\\*[^/]*\\*/\\n)?)export const ${name} = \\(\\)[^]*?;$`, 'm');
    for (const { text, from, exports } of [...service, ...layer]) {
      const [found] = declaration.exec(text) ?? [];
      const sample = found && exports(name) ? sampleIn(found, name) : undefined;
      if (sample !== undefined) return { name, from, sample };
    }
  }
  return undefined;
};

/** Returns the example in the text of a check, or any valid name. */
const sampleIn = (declaration: string, name: string): string | undefined => {
  const prefix = /ec2Id\('([\w-]+)'\)/.exec(declaration)?.[1];
  if (prefix !== undefined) return `${prefix}-0123456789abcdef0`;
  // The region of a test's session.
  const said = /(?:such as|e\.g\.) [`"]?([\w:/.$-]*\w)/.exec(declaration)?.[1]?.replace('eu-west-1', 'us-east-1');
  return said ?? (name.endsWith('Name') ? 'orders' : undefined);
};

/** Finds the table of errors for a member: `statementErrors` for `statementId`. */
export const knownErrors = ({ service, layer }: Surroundings, key: string): KnownErrors | undefined => {
  const name = `${key.replace(/(Id|Name|Identifier|Arn|Url)$/, '')}Errors`;
  const module = [...service, ...layer].find(
    ({ text, exports }) => text.includes(`export const ${name}:`) && exports(name),
  );
  return module && { name, from: module.from };
};

/** Finds the existing type and schema of one of AWS's structures. */
export const knownResource = (
  { layer }: Surroundings,
  client: string,
  structure: string,
): KnownResource | undefined => {
  const declaration = new RegExp(
    `export const (\\w+) = \\(\\): Schema<(\\w+)> =>\\s*resource<\\w+>\\(${structure}\\$,`,
  );
  for (const { text, from, exports, listedIn } of layer) {
    const [, factory, type] = declaration.exec(text) ?? [];
    if (factory === undefined || type === undefined || !text.includes(`from '${client}'`)) continue;
    if (exports(factory)) return { factory, type, from };
    if (exports(type)) return { factory, type, from, unlisted: listedIn };
  }
  return undefined;
};
