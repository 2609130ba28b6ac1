import { NormalizedSchema } from '@smithy/core/schema';

import type { LazyCommand } from '../sdk/lazy.js';

/** A command class of the SDK, e.g. `DescribeInstancesCommand`. */
export interface CommandType {
  new (input: never): {
    readonly input: unknown;
    resolveMiddleware(...parameters: never[]): (...parameters: never[]) => Promise<{ output: unknown }>;
  };
}

/** The input of a command, with AWS's member names. */
export type CommandInput<Command extends CommandType> = InstanceType<Command>['input'];

/** The output of a command, with AWS's member names. */
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

/** The SDK's runtime schema of a command. */
export const schemaOf = (command: CommandType): OperationSchema => {
  let known = cache.get(command);
  if (!known) {
    // A command that is not loaded yet has its schema itself; of a class, only the instances have it.
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

/** The SDK's runtime schema of a command's request. */
export const requestSchemaOf = (command: CommandType): NormalizedSchema =>
  NormalizedSchema.of(schemaOf(command).input as never);

/** AWS's name of a command's operation, e.g. `DescribeInstances`. */
export const awsNameOf = (command: CommandType): string => schemaOf(command).name;
