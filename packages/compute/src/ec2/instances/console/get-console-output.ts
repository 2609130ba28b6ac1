import { type AwsInput, conflict, input, operation, type Operation, z } from '@arch/core/builder';
import { ec2, instanceId } from '@arch/services/ec2';
import { GetConsoleOutputCommand } from '@aws-sdk/client-ec2';

import { consoleOutput, type ConsoleOutput } from './console-output.js';

export interface GetConsoleOutputInput extends AwsInput {
  /** e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
  /** What is there now, for Nitro instances only, instead of what AWS kept after the last start, stop or reboot. Default `false`. */
  readonly latest?: boolean | undefined;
}

/**
 * Gets what an instance has written to its console, decoded: what it said while it started. It is there some minutes after the start, and
 * for at least an hour after termination.
 *
 * @example
 * const { output } = await getConsoleOutput({ instanceId: 'i-0123456789abcdef0', latest: true });
 * @throws {NotFoundError} there is no such instance in this region.
 * @throws {ConflictError} the latest output was asked for, and its type does not give it.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetConsoleOutput.html
 */
export const getConsoleOutput: Operation<string | GetConsoleOutputInput, ConsoleOutput> = operation(() => ({
  name: 'getConsoleOutput',
  service: ec2,
  command: GetConsoleOutputCommand,
  permissions: [{ action: 'ec2:GetConsoleOutput', resources: ['instance'] }],
  key: 'instanceId',
  input: input<GetConsoleOutputInput>({ instanceId: instanceId(), latest: z.optional(z.boolean()) }),
  output: consoleOutput(),
  errors: {
    UnsupportedOperation: conflict({
      resource: 'instance',
      member: 'instanceId',
      remedy: 'Only Nitro instances give the latest output: ask without it.',
    }),
  },
}));
