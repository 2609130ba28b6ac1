import type { BatchDeclaration } from './batch-declaration.js';
import type { ErrorTable } from '../translation/error-table.js';
import type { Schema } from '../schema/schema.js';
import type { ValueType } from '../schema/value-type.js';
import type { WaitOptions } from '../wait/wait-options.js';
import type { CallOptions } from './call-options.js';
import type { CommandInput, CommandOutput, CommandType } from './command-type.js';
import type { Repeatable } from './effect-of.js';
import type { DeclaredFunction } from './info.js';
import type { PermissionSpec } from './permission.js';
import type { Service } from './service.js';

/** What a member-wise input is; a plain string stands for its key. */
export type Members<Input> = Exclude<Input, string>;

/** What every declaration of one AWS call says. */
export interface BaseDeclaration<Input, Command extends CommandType> {
  /** The function's own name, e.g. `describeInstance`. */
  readonly name: string;
  readonly service: Service;
  readonly command: Command;
  readonly permissions: readonly PermissionSpec[];
  readonly input: ValueType<NoInfer<Members<Input>>>;
  /** The members that AWS calls or shapes otherwise; all others go out under AWS's member of the same name. */
  readonly request?: (input: NoInfer<Members<Input>>) => CommandInput<Command>;
  readonly errors?: ErrorTable;
}

/** One AWS call that acts on one thing. */
export interface Declaration<Input, Output, Command extends CommandType> extends BaseDeclaration<Input, Command> {
  /** The input member that a plain string stands for. */
  readonly key?: NoInfer<keyof Members<Input> & string>;
  /** The input member that names what the resource is part of: an object that an earlier call returned gives this too. */
  readonly parentKey?: NoInfer<keyof Members<Input> & string>;
  readonly output: Schema<Output>;
  /** What of AWS's answer is the output; `undefined` means that there is none. Default: the whole answer. */
  readonly select?: (answer: CommandOutput<Command>, input: NoInfer<Members<Input>>) => unknown;
  /** How AWS takes many at once: `request` and `select` are then not needed. */
  readonly batch?: BatchDeclaration<CommandOutput<Command>>;
  /** What happens where a request is repeated after its response was lost; required for operations that make or send something. */
  readonly repeatable?: Repeatable;
  /** `false`: the request changes nothing, although AWS's verb for it is not one of those that read. */
  readonly mutates?: false;
  /**
   * What a response without the selected part means: AWS has no such resource (`NotFoundError`), or the response is wrong
   * (`UnexpectedResponseError`). Default: `'unexpected'`. Required where an operation that describes or gets one thing by its key selects a part.
   */
  readonly absent?: 'not-found' | 'unexpected';
  /**
   * `true`: after the call AWS does not know the resource that the input names, and `NotFoundError` is final at once. `false`: AWS still
   * describes it, or the call removes something else. Required for AWS's operations that delete, deregister, remove or terminate.
   */
  readonly deletes?: boolean;
  /** IDs that the call has just made: AWS may take seconds until it knows them everywhere. */
  readonly creates?: (output: Output) => readonly string[];
}

/** What `{ wait: true }` adds to a declaration. */
export interface WaitingDeclaration<Input, Output, Final> {
  /** What the wait calls: it needs their permissions too. */
  readonly uses?: readonly DeclaredFunction[];
  /** Waits for what the call has begun. */
  readonly wait: (output: Output, options: CallOptions & WaitOptions, input: NoInfer<Members<Input>>) => Promise<Final>;
}
