import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ec2, instanceId } from '@arch/services/ec2';
import { SendDiagnosticInterruptCommand } from '@aws-sdk/client-ec2';

export interface SendDiagnosticInterruptInput extends AwsInput {
  /** The ID of the instance, e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
}

/**
 * Sends a diagnostic interrupt to an instance that does not respond: its kernel panics (Linux) or stops with a blue screen (Windows). The
 * instance writes a crash dump and restarts if it is configured to. Data that is not yet written to disk is lost. If the response is lost,
 * the request is not retried: a second interrupt would abort the crash dump of the first.
 *
 * @example
 * await sendDiagnosticInterrupt('i-0123456789abcdef0');
 * @throws {NotFoundError} there is no such instance in this region.
 * @throws {ConflictError} the instance is not running.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SendDiagnosticInterrupt.html
 */
export const sendDiagnosticInterrupt: Operation<string | SendDiagnosticInterruptInput, void, { on: 'instanceId' }> =
  operation(() => ({
    name: 'sendDiagnosticInterrupt',
    service: ec2,
    command: SendDiagnosticInterruptCommand,
    permissions: [{ action: 'ec2:SendDiagnosticInterrupt', resources: ['instance'] }],
    key: 'instanceId',
    input: input<SendDiagnosticInterruptInput>({ instanceId: instanceId() }),
    output: noOutput(),
    repeatable: false,
  }));
