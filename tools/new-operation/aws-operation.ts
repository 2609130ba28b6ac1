import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { nearestNames } from '../../packages/core/src/schema/nearest-names.ts';
import { type DocumentedMember, documentedMembers, operationText } from './sdk-documentation.ts';

/** What is used of the SDK's runtime schemas. */
export interface SdkSchema {
  getName(): string | undefined;
  getValueSchema(): SdkSchema;
  isBlobSchema(): boolean;
  isBooleanSchema(): boolean;
  isIdempotencyToken(): boolean;
  isListSchema(): boolean;
  isMapSchema(): boolean;
  isNumericSchema(): boolean;
  isStringSchema(): boolean;
  isStructSchema(): boolean;
  isTimestampSchema(): boolean;
  structIterator(): Iterable<[string, SdkSchema]>;
}

/** A member of one of AWS's structures. */
export interface AwsMember extends DocumentedMember {
  readonly name: string;
  readonly schema: SdkSchema;
}

/** One of AWS's operations, as a client of the SDK knows it. */
export interface AwsOperation {
  /** e.g. `DescribeInstances`. */
  readonly name: string;
  /** e.g. `@aws-sdk/client-ec2`. */
  readonly client: string;
  readonly text: string;
  readonly input: readonly AwsMember[];
  readonly output: readonly AwsMember[];
  /** The name of the answer's structure. */
  readonly answer: string;
  /** What the client exports: enums and structures by name. */
  readonly exports: Readonly<Record<string, unknown>>;
  membersOf(schema: SdkSchema): readonly AwsMember[];
}

interface Client {
  readonly name: string;
  readonly folder: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

type Command = new (input: object) => { readonly schema: readonly unknown[] };

/** Finds an operation in the clients that a package has; `auto-scaling:DescribeTags` says which where several have it. */
export const findOperation = (root: string, packageName: string, wanted: string): AwsOperation => {
  const clients = clientsOf(join(root, 'packages', packageName));
  const [, service, name = wanted] = /^([\w-]+):(.+)$/.exec(wanted) ?? [];
  const having = clients.filter(
    ({ exports, name: client }) => `${name}Command` in exports && (!service || client === `@aws-sdk/client-${service}`),
  );
  const [client, other] = having;
  if (!client) throw new Error(unknown(clients, packageName, wanted));
  if (other) {
    const choices = having.map((each) => `${each.name.replace('@aws-sdk/client-', '')}:${name}`);
    throw new Error(`${name} is an operation of several clients. Write ${choices.join(' or ')}.`);
  }
  return readOperation(root, client, name);
};

const clientsOf = (folder: string): readonly Client[] => {
  const installed = join(folder, 'node_modules/@aws-sdk');
  if (!existsSync(installed))
    throw new Error(
      `${folder} has no clients of the AWS SDK. Is the package's name right, and has npm run build been run?`,
    );
  const require = createRequire(join(folder, 'package.json'));
  return readdirSync(installed)
    .filter((name) => name.startsWith('client-'))
    .map((name) => ({
      name: `@aws-sdk/${name}`,
      folder: join(installed, name),
      exports: require(`@aws-sdk/${name}`) as Client['exports'],
    }));
};

const unknown = (clients: readonly Client[], packageName: string, wanted: string): string => {
  const names = clients.flatMap(({ exports }) =>
    Object.keys(exports).flatMap((each) => /^([A-Z]\w+)Command$/.exec(each)?.[1] ?? []),
  );
  const near = namesNear(wanted.replace(/^.*:/, ''), names);
  const list = clients.map(({ name }) => name).join(', ');
  const hint = near.length > 0 ? ` Do you mean ${near.join(' or ')}?` : '';
  return `No client of @arch/${packageName} (${list}) has an operation ${wanted}.${hint} Another service's client goes into packages/${packageName}/package.json first.`;
};

/** What begins as the name does, else what is spelled alike. */
const namesNear = (wanted: string, names: readonly string[]): readonly string[] => {
  const longer = names.filter((name) => name.toLowerCase().startsWith(wanted.toLowerCase())).sort();
  return longer.length > 0 ? longer.slice(0, 3) : nearestNames(wanted, names);
};

const readOperation = (root: string, { name: client, folder, exports }: Client, name: string): AwsOperation => {
  const { NormalizedSchema } = createRequire(join(root, 'packages/core/package.json'))('@smithy/core/schema') as {
    readonly NormalizedSchema: { of(schema: unknown): SdkSchema };
  };
  const { schema } = new (exports[`${name}Command`] as Command)({});
  const membersOf = (structure: SdkSchema): readonly AwsMember[] => {
    const documented = documentedMembers(folder, structure.getName() ?? '');
    if (!structure.isStructSchema()) return [];
    const nothing = { required: false, type: '', text: '' };
    return [...structure.structIterator()].map(([each, type]) => ({
      name: each,
      schema: type,
      ...(documented.get(each) ?? nothing),
    }));
  };
  const [input, output] = [NormalizedSchema.of(schema[4]), NormalizedSchema.of(schema[5])];
  return {
    name,
    client,
    text: operationText(folder, name),
    input: membersOf(input),
    output: membersOf(output),
    answer: output.getName() ?? '',
    exports,
    membersOf,
  };
};
