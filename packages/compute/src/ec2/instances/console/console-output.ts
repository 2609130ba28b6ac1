import { type AwsResource, resource, type Schema, z } from '@arch/core/builder';
import { GetConsoleOutputResult$ } from '@aws-sdk/client-ec2';

/** The console output of an instance. */
export interface ConsoleOutput extends AwsResource {
  /** The ID of the instance. */
  readonly instanceId: string;
  /** The time of the last update of the output, in UTC. */
  readonly timestamp?: Date | undefined;
  /**
   * The last 64 KB, as text with control sequences; `''` if there is no output yet. For Windows: the last three system event log errors.
   */
  readonly output: string;
}

/** Parses the response of `GetConsoleOutput`. */
export const consoleOutput = (): Schema<ConsoleOutput> =>
  resource<ConsoleOutput>(GetConsoleOutputResult$, {
    instanceId: z.string(),
    timestamp: z.optional(z.date()),
    output: { type: z.string(), read: toText },
  });

const toText = (base64: unknown): string => Buffer.from(typeof base64 === 'string' ? base64 : '', 'base64').toString();
