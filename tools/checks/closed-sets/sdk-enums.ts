import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An enum of AWS's model. */
export interface SdkEnum {
  /** The client and the name, e.g. `ec2 InstanceStateName`. */
  readonly name: string;
  readonly values: readonly string[];
}

/** Returns the enums of the SDK's clients that are installed for a package. */
export const sdkEnums = (folder: string): readonly SdkEnum[] => {
  const clients = join(folder, 'node_modules/@aws-sdk');
  return readdirSync(clients)
    .filter((name) => name.startsWith('client-'))
    .map((name) => ({ client: name.slice(7), file: join(clients, name, 'dist-es/models/enums.js') }))
    .filter(({ file }) => existsSync(file))
    .flatMap(({ client, file }) =>
      enumsIn(readFileSync(file, 'utf8')).map((each) => ({ ...each, name: `${client} ${each.name}` })),
    );
};

/** Returns the enums in the text of a module. */
export const enumsIn = (text: string): readonly SdkEnum[] =>
  [...text.matchAll(/^export const (\w+) = \{\n([^}]*)\};/gm)].map(([, name = '', body = '']) => ({
    name,
    values: [...body.matchAll(/: ("(?:[^"\\]|\\.)*"),?$/gm)].map(([, value = '""']) => JSON.parse(value) as string),
  }));
