import { type AwsInput, conflict, input, operation, type Operation, z } from '@arch/core/builder';
import { ec2, instanceId } from '@arch/services/ec2';
import { GetConsoleOutputCommand } from '@aws-sdk/client-ec2';

import { consoleOutput, type ConsoleOutput } from './console-output.js';

export interface GetConsoleOutputInput extends AwsInput {
  /** The ID of the instance, e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
  /**
   * Whether to return the current output, for Nitro instances only, instead of the output that AWS stored after the last start, stop or
   * reboot. Default: `false`.
   */
  readonly latest?: boolean | undefined;
}

/**
 * Returns the console output of an instance, decoded, e.g. the messages of its start. It is available some minutes after the start, and
 * until at least an hour after termination.
 *
 * @example
 * const { output } = await getConsoleOutput({ instanceId: 'i-0123456789abcdef0', latest: true });
 * @throws {NotFoundError} there is no such instance in this region.
 * @throws {ConflictError} `latest` is `true`, but the instance type does not support it.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetConsoleOutput.html
 */
export const getConsoleOutput: Operation<string | GetConsoleOutputInput, ConsoleOutput, { on: 'instanceId' }> =
  operation(() => ({
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
        remedy: 'Only Nitro instances return the latest output: omit latest.',
      }),
    },
  }));
