import { layerModules, type Module, serviceModules } from './modules.ts';
import type { Place } from './place.ts';

/** A checked ID that exists: `instanceId` from `@arch/services/ec2`, and an example of it. */
export interface KnownId {
  readonly name: string;
  readonly from: string;
  readonly sample: string;
}

/** A table of errors that exists, e.g. `statementErrors`. */
export interface KnownErrors {
  readonly name: string;
  readonly from: string;
}

/** The type and the schema of one of AWS's structures, where the layer has them. */
export interface KnownResource {
  readonly type: string;
  readonly factory: string;
  readonly from: string;
  /** The index that has to list the schema for this, which lists only the type so far. */
  readonly unlisted?: Module['listedIn'];
}

/** What an operation of a service may use. */
export interface Surroundings {
  readonly service: readonly Module[];
  readonly layer: readonly Module[];
}

/** Reads what is there already. */
export const surroundingsOf = (place: Place, service: string): Surroundings => ({
  service: serviceModules(place.root, service),
  layer: layerModules(place),
});

/** The check of an ID by the member's name: `instanceId()`, `bucketName()` for `bucket`, `dbInstanceName()` for `dbInstanceIdentifier`. */
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

/** An example as the check's own text has it; a name can be anything that looks like one. */
const sampleIn = (declaration: string, name: string): string | undefined => {
  const prefix = /ec2Id\('([\w-]+)'\)/.exec(declaration)?.[1];
  if (prefix !== undefined) return `${prefix}-0123456789abcdef0`;
  // The session of a test is in this region.
  const said = /(?:such as|e\.g\.) [`"]?([\w:/.$-]*\w)/.exec(declaration)?.[1]?.replace('eu-west-1', 'us-east-1');
  return said ?? (name.endsWith('Name') ? 'orders' : undefined);
};

/** The table of errors about the thing that a member names: `statementErrors` for `statementId`. */
export const knownErrors = ({ service, layer }: Surroundings, key: string): KnownErrors | undefined => {
  const name = `${key.replace(/(Id|Name|Identifier|Arn|Url)$/, '')}Errors`;
  const module = [...service, ...layer].find(
    ({ text, exports }) => text.includes(`export const ${name}:`) && exports(name),
  );
  return module && { name, from: module.from };
};

/** What reads one of AWS's structures already. */
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
