import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { nearestNames } from '../../packages/core/src/schema/nearest-names.ts';

/** A client of the SDK on which a package depends. */
export interface Client {
  /** The package, e.g. `@aws-sdk/client-ec2`. */
  readonly name: string;
  readonly folder: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

/** Finds the client of a layer that has an operation. `auto-scaling:DescribeTags` names the client if several have the operation. */
export const findClient = (root: string, layer: string, wanted: string): Client => {
  const [, service, name = wanted] = /^([\w-]+):(.+)$/.exec(wanted) ?? [];
  const having = (clients: readonly Client[]): readonly Client[] =>
    clients.filter(
      ({ exports, name: client }) =>
        `${name}Command` in exports && (!service || client === `@aws-sdk/client-${service}`),
    );
  const own = clientsOf(root, layer);
  const [client, other] = having(own);
  if (!client) throw new Error(notFound(having(clientsOf(root, 'services')), own, { root, layer, wanted }));
  if (other) {
    const choices = having(own).map((each) => `${each.name.replace('@aws-sdk/client-', '')}:${name}`);
    throw new Error(`${name} is an operation of several clients. Write ${choices.join(' or ')}.`);
  }
  return client;
};

/** The version of a client in a package's `devDependencies`, as it is written there: `catalog:`. */
export const versionOf = (root: string, packageName: string, client: string): string | undefined => {
  const manifest = readFileSync(join(root, 'packages', packageName, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { devDependencies?: Record<string, string> }).devDependencies?.[client];
};

const clientsOf = (root: string, packageName: string): readonly Client[] => {
  const folder = join(root, 'packages', packageName);
  const installed = join(folder, 'node_modules/@aws-sdk');
  if (!existsSync(installed))
    throw new Error(`packages/${packageName} has no clients of the AWS SDK: run npm run build.`);
  const require = createRequire(join(folder, 'package.json'));
  return readdirSync(installed)
    .filter((name) => name.startsWith('client-'))
    .map((name) => ({
      name: `@aws-sdk/${name}`,
      folder: join(installed, name),
      exports: require(`@aws-sdk/${name}`) as Client['exports'],
    }));
};

interface Searched {
  readonly root: string;
  readonly layer: string;
  readonly wanted: string;
}

const notFound = (elsewhere: readonly Client[], own: readonly Client[], { root, layer, wanted }: Searched): string => {
  const manifest = `devDependencies of packages/${layer}/package.json`;
  const [client] = elsewhere;
  if (client) {
    const line = `"${client.name}": "${versionOf(root, 'services', client.name)}"`;
    return `packages/${layer} does not have ${client.name}. Add ${line} to ${manifest}, run npx pnpm install, and run this command again.`;
  }
  const names = own.flatMap(({ exports }) =>
    Object.keys(exports).flatMap((each) => /^([A-Z]\w+)Command$/.exec(each)?.[1] ?? []),
  );
  const near = namesNear(wanted.replace(/^.*:/, ''), names);
  const list = own.map(({ name }) => name).join(', ');
  const hint = near.length > 0 ? ` Do you mean ${near.join(' or ')}?` : '';
  return `No client of packages/${layer} (${list}) has an operation ${wanted}.${hint} For a service that is new here, add its client with its version to the catalog of pnpm-workspace.yaml and as "@aws-sdk/client-…": "catalog:" to ${manifest}, run npx pnpm install, and run this command again: it writes the start of the service.`;
};

/** Returns names with the same beginning as the given name, or names with a similar spelling. */
const namesNear = (wanted: string, names: readonly string[]): readonly string[] => {
  const longer = names.filter((name) => name.toLowerCase().startsWith(wanted.toLowerCase())).sort();
  return longer.length > 0 ? longer.slice(0, 3) : nearestNames(wanted, names);
};
