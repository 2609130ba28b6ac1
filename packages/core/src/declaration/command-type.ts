import type { LazyCommand } from '../sdk/lazy.js';

/** A command class of the SDK, by its shape: `new DescribeInstancesCommand(input)`. */
export interface CommandType {
  new (input: never): {
    readonly input: unknown;
    resolveMiddleware(...parameters: never[]): (...parameters: never[]) => Promise<{ output: unknown }>;
  };
}

/** What a command takes, in AWS's words. */
export type CommandInput<Command extends CommandType> = InstanceType<Command>['input'];

/** What a command answers, in AWS's words. */
export type CommandOutput<Command extends CommandType> = Awaited<
  ReturnType<ReturnType<InstanceType<Command>['resolveMiddleware']>>
>['output'];

/** The SDK's runtime schema of a command: `[9, namespace, name, traits, input, output]`. */
export interface OperationSchema {
  /** The service's, e.g. `com.amazonaws.ec2`. */
  readonly namespace: string;
  readonly name: string;
  readonly traits: unknown;
  readonly input: readonly unknown[];
  readonly output: readonly unknown[];
}

const cache = new WeakMap<CommandType, OperationSchema>();

/** What the SDK knows about a command. */
export const schemaOf = (command: CommandType): OperationSchema => {
  let known = cache.get(command);
  if (!known) {
    // What stands for a command that is not loaded yet has its schema; a class says it of what it makes.
    const { schema } =
      'load' in command
        ? (command as unknown as LazyCommand<unknown>)
        : new (command as unknown as new (input: object) => { schema: readonly unknown[] })({});
    known = {
      namespace: schema[1] as string,
      name: schema[2] as string,
      traits: schema[3],
      input: schema[4] as readonly unknown[],
      output: schema[5] as readonly unknown[],
    };
    cache.set(command, known);
  }
  return known;
};

/** AWS's name of the operation that a command is for, e.g. `DescribeInstances`. */
export const awsNameOf = (command: CommandType): string => schemaOf(command).name;
