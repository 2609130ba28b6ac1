import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ec2, instanceId } from '@arch/services/ec2';
import { SendDiagnosticInterruptCommand } from '@aws-sdk/client-ec2';

export interface SendDiagnosticInterruptInput extends AwsInput {
  /** e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
}

/**
 * Interrupts an instance that hangs, so that its kernel panics (Linux) or stops with a blue screen (Windows), writes a crash dump if it is set up
 * to, and restarts if it is set up to. What was not written to disk is lost. A call whose response is lost is not repeated: a second interrupt would break
 * off the crash dump of the first.
 *
 * @example
 * await sendDiagnosticInterrupt('i-0123456789abcdef0');
 * @throws {NotFoundError} there is no such instance in this region.
 * @throws {ConflictError} the instance does not run.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SendDiagnosticInterrupt.html
 */
export const sendDiagnosticInterrupt: Operation<string | SendDiagnosticInterruptInput, void> = operation(() => ({
  name: 'sendDiagnosticInterrupt',
  service: ec2,
  command: SendDiagnosticInterruptCommand,
  permissions: [{ action: 'ec2:SendDiagnosticInterrupt', resources: ['instance'] }],
  key: 'instanceId',
  input: input<SendDiagnosticInterruptInput>({ instanceId: instanceId() }),
  output: noOutput(),
  repeatable: false,
}));
