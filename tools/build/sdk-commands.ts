import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * The form that the SDK's commands had until version 3.1048, in which every command repeats what a client's `commandBuilder.js` contains now.
 * Clients that AWS seldom publishes still have it. A command whose endpoint depends on its input has another form, which is not converted.
 */
const older = new RegExp(
  String.raw`export class (\w+) extends \$Command
    \.classBuilder\(\)
    \.ep\(commonParams\)
    \.m\(function \(Command, cs, config, o\) \{
    return \[getEndpointPlugin\(config, Command\.getEndpointParameterInstructions\(\)\)\];
\}\)
    \.s\("(\w+)", "(\w+)", \{\}\)
    \.n\("(\w+)", "\w+"\)
    \.sc\((\w+\$)\)
    \.build\(\) \{
\}`,
);

/** Converts a command of the older form to the newer one. Others are returned unchanged. */
export const newerCommand = (source: string): string =>
  source.replace(older, (_text, ...[name, , operation, , schema]: string[]) =>
    [`export class ${name} extends command(_ep0, _mw0, "${operation}", ${schema}) {`, '}'].join('\n'),
  );

/** Returns the content of `commandBuilder.js` for the client of a command of the older form. */
export const builderOf = (source: string): string | undefined => {
  const [, , service, , client] = older.exec(source) ?? [];
  if (service === undefined || client === undefined) return undefined;
  return [
    'import { makeBuilder } from "@smithy/core/client";',
    'import { getEndpointPlugin } from "@smithy/core/endpoints";',
    'import { commonParams } from "./endpoint/EndpointParameters";',
    `export const command = makeBuilder(commonParams, "${service}", "${client}", getEndpointPlugin);`,
    'export const _ep0 = {};',
    'export const _mw0 = (Command, cs, config, o) => [];',
  ].join('\n');
};

/** Returns the content of the `commandBuilder.js` of a client by the path of its `dist-es`: the file, or what it would contain. */
export const readBuilder = async (client: string): Promise<string> => {
  const file = join(client, 'commandBuilder.js');
  if (existsSync(file)) return readFile(file, 'utf8');
  const commands = join(client, 'commands');
  const first = (await readdir(commands)).find((name) => name.endsWith('Command.js'));
  const builder = first && builderOf(await readFile(join(commands, first), 'utf8'));
  if (builder) return builder;
  throw new Error(
    `${dirname(file)}: the commands have an unknown form. Update tools/build/sdk-commands.ts for the new form of the SDK's commands.`,
  );
};
