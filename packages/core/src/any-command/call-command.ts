import { type CommandType, schemaOf } from '../declaration/command-type.js';
import { actionsOf, type PermissionSpec } from '../declaration/permission.js';
import { run } from '../call/run.js';
import { statementFor } from '../declaration/statement-for.js';
import { membersOf } from '../schema/structure.js';
import { sessionFor } from '../session/current-session.js';
import { internalsOf } from '../session/session-internals.js';
import { type AnyCommand, checkService } from './any-command.js';
import { checkCommandOptions, type CommandOptions } from './command-options.js';
import { effectOfCommand } from './effect-of-command.js';
import { readCommandInput } from './read-command-input.js';
import { sendAnyCommand } from './send-any-command.js';

/** The settings of a command that its caller knows. */
interface CommandFacts {
  readonly permissions: readonly PermissionSpec[];
  readonly repeatable?: boolean | undefined;
}

/** Sends a command of the SDK as one call. Returns the SDK's output, or `undefined` if the output has no members. */
export const callCommand = async (
  it: AnyCommand,
  value: unknown,
  options: CommandOptions,
  { permissions, repeatable }: CommandFacts,
): Promise<unknown> => {
  const { name, service, command } = it;
  checkCommandOptions(name, options);
  const input = readCommandInput(it, value);
  const session = internalsOf(sessionFor(options));
  checkService(it, session);
  const output = await run(
    {
      name,
      session,
      options,
      timeoutMs: session.limits.callMs,
      effect: effectOfCommand(command, options.repeatable ?? repeatable),
      failed: {
        operation: name,
        input,
        tables: [],
        statementFor: statementFor(service, permissions),
        actions: actionsOf(permissions),
      },
    },
    (call) => sendAnyCommand(it, input, session, call),
  );
  return resultOf(command, output as object);
};

const resultOf = (command: CommandType, output: object): unknown =>
  membersOf(schemaOf(command).output).size === 0
    ? undefined
    : Object.defineProperty(output, '$metadata', { enumerable: false });
