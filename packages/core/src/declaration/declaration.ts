import type { BatchDeclaration } from './batch-declaration.js';
import type { ErrorTable } from '../translation/error-table.js';
import type { Schema } from '../schema/schema.js';
import type { LoadLane } from '../transport/lane/load-lane.js';
import type { ValueType } from '../schema/value-type.js';
import type { WaitOptions } from '../wait/wait-options.js';
import type { CallOptions } from './call-options.js';
import type { CommandInput, CommandOutput, CommandType } from './command-type.js';
import type { Repeatable } from './effect-of.js';
import type { DeclaredFunction } from './info.js';
import type { PermissionSpec } from './permission.js';
import type { Service } from './service.js';

/** The object form of an input; the string form stands for its key. */
export type Members<Input> = Exclude<Input, string>;

/** The part that all declarations of one AWS call share. */
export interface BaseDeclaration<Input, Command extends CommandType> {
  /**
   * The name of the function, e.g. `describeInstance`. Default: AWS's name of the operation, e.g. `modifySubnetAttribute`; errors of a task word
   * it as a step.
   */
  readonly name?: string;
  readonly service: Service;
  /** The same service with other settings of its client, for some inputs. The settings are one object per service, not one per call. */
  readonly serviceFor?: (input: NoInfer<Members<Input>>) => Service;
  readonly command: Command;
  readonly permissions: readonly PermissionSpec[];
  readonly input: ValueType<NoInfer<Members<Input>>>;
  /** Request members that differ from the input in name or form. All others are sent as AWS's member of the same name. */
  readonly request?: (input: NoInfer<Members<Input>>) => CommandInput<Command>;
  readonly errors?: ErrorTable;
}

/** One AWS call that acts on one resource. */
export interface Declaration<Input, Output, Command extends CommandType> extends BaseDeclaration<Input, Command> {
  /** The input member that a plain string stands for. */
  readonly key?: NoInfer<keyof Members<Input> & string>;
  /** The input member that names the resource's parent. It is also read from a resource that an earlier call returned. */
  readonly parentKey?: NoInfer<keyof Members<Input> & string>;
  readonly output: Schema<Output>;
  /** Selects the output from the response; `undefined` means that the response does not contain the resource. Default: the whole response. */
  readonly select?: (response: CommandOutput<Command>, input: NoInfer<Members<Input>>) => unknown;
  /** Joins concurrent calls into one request. `request` and `select` are then not needed. */
  readonly batch?: BatchDeclaration<CommandOutput<Command>>;
  /** `loadLane` if the output contains the content of the response, which is read with `readBlocks`. */
  readonly readsBlocks?: LoadLane;
  /** Whether `select` reads the whole content of the response. Up to 1 MiB is then requested again if the connection breaks. */
  readonly readsWhole?: boolean;
  /** The effect of a second, identical request after the first response was lost. Required for operations that create or send something. */
  readonly repeatable?: Repeatable;
  /** `false`: the request changes nothing, although AWS's verb suggests it. Default: by AWS's verb. */
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
  /** IDs of the resources that the call created. AWS may not find them for some seconds; calls for them retry `NotFoundError`. */
  readonly creates?: (output: Output) => readonly string[];
  /** Errors that pass by themselves, e.g. `iamPropagation`. Required for operations that pass a role or an instance profile. */
  readonly propagates?: Propagation;
}

/** Which errors of a call pass by themselves, and when it is repeated. The deadline of the call is later by `patienceMs`. */
export interface Propagation {
  readonly when?: (error: unknown) => boolean;
  readonly patienceMs: number;
  readonly pauseMs: number | ((repeat: number) => number);
  readonly phase: string;
  readonly advice?: string;
}

/** The part of a declaration for `{ wait: true }`. */
export interface WaitingDeclaration<Input, Output, Final> {
  /** The functions that the wait calls; their permissions are added. */
  readonly uses?: readonly DeclaredFunction[];
  /** Waits for the change that the call has started. */
  readonly wait: (output: Output, options: CallOptions & WaitOptions, input: NoInfer<Members<Input>>) => Promise<Final>;
  /** Errors because of an earlier change that is in progress. With `wait`, the call is repeated until that change has ended. */
  readonly busy?: Omit<Propagation, 'patienceMs'>;
}
