import type { CommandOutput, CommandType } from '../declaration/command-type.js';

/** The SDK's output of a command; `void` where the output has no members. `$metadata` is not enumerable: it clutters neither logs nor equality. */
export type CommandResult<Command extends CommandType> =
  Exclude<keyof CommandOutput<Command>, '$metadata'> extends never ? void : CommandOutput<Command>;
