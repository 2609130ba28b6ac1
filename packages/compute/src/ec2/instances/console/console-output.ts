import { type AwsResource, resource, type Schema, z } from '@arch/core/builder';
import { GetConsoleOutputResult$ } from '@aws-sdk/client-ec2';

/** What an instance has written to its console. */
export interface ConsoleOutput extends AwsResource {
  readonly instanceId: string;
  /** When AWS last took the output, in UTC. */
  readonly timestamp?: Date | undefined;
  /** The last 64 KB, as text with its control sequences; `''` before there is any. Windows gives its last three system errors. */
  readonly output: string;
}

/** Parses the answer of `GetConsoleOutput`. */
export const consoleOutput = (): Schema<ConsoleOutput> =>
  resource<ConsoleOutput>(GetConsoleOutputResult$, {
    instanceId: z.string(),
    timestamp: z.optional(z.date()),
    output: { type: z.string(), read: toText },
  });

const toText = (base64: unknown): string => Buffer.from(typeof base64 === 'string' ? base64 : '', 'base64').toString();
