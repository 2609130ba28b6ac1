import { type AwsInput, input, operation, type Operation, z } from '@arch/core/builder';
import { ec2, instanceId } from '@arch/services/ec2';
import { GetConsoleScreenshotCommand } from '@aws-sdk/client-ec2';

import { consoleScreenshot, type ConsoleScreenshot } from './console-screenshot.js';

export interface GetConsoleScreenshotInput extends AwsInput {
  /** The ID of the instance, e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
  /** Whether AWS wakes up an instance in sleep mode, as a key press does. Default: `false`. */
  readonly wakeUp?: boolean | undefined;
}

/**
 * Returns a screenshot of the console of a running instance in JPG format, e.g. of an instance that you cannot connect to.
 *
 * @example
 * const { imageData } = await getConsoleScreenshot('i-0123456789abcdef0');
 * await writeFile('console.jpg', imageData);
 * @throws {NotFoundError} there is no such instance in this region.
 * @throws {ConflictError} the instance is not running.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetConsoleScreenshot.html
 */
export const getConsoleScreenshot: Operation<
  string | GetConsoleScreenshotInput,
  ConsoleScreenshot,
  { on: 'instanceId' }
> = operation(() => ({
  name: 'getConsoleScreenshot',
  service: ec2,
  command: GetConsoleScreenshotCommand,
  permissions: [{ action: 'ec2:GetConsoleScreenshot', resources: ['instance'] }],
  key: 'instanceId',
  input: input<GetConsoleScreenshotInput>({ instanceId: instanceId(), wakeUp: z.optional(z.boolean()) }),
  output: consoleScreenshot(),
}));
