import type { ErrorTable } from '../translation/error-table.js';
import type { ClientType } from '../call/client-type.js';
import type { LazyProtocol } from '../call/protocols/protocol.js';

/** The facts about an AWS service that all of its operations share. */
export interface Service {
  /** AWS's service ID, as in the SDK and in `AWS_ENDPOINT_URL_<ID>`, e.g. `EC2`. */
  readonly id: string;
  readonly client: ClientType<unknown>;
  /** Protocol of the client, e.g. `awsJson`: its documents are read and written quicker than by the SDK. Default: the SDK does it. */
  readonly protocol?: LazyProtocol;
  /** Additional settings of the SDK's client. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The prefix of the service's IAM actions, e.g. `ec2`. */
  readonly prefix: string;
  /**
   * ARN formats by IAM resource type, e.g. `instance: 'arn:aws:ec2:*:*:instance/{instanceId}'`. `{key|prefix*}` stands for the value of `key`,
   * or for that of `prefix` and anything after it.
   */
  readonly arns: Readonly<Record<string, string>>;
  /** Reads an ARN from a value that is none, e.g. from a `queueUrl`. `undefined` if it contains none. */
  readonly arnFrom?: Readonly<Record<string, (value: string) => string | undefined>>;
  /** The error codes of all operations of the service. */
  readonly errors: ErrorTable;
  /** The URL of AWS's API reference, to which the operation's name is appended. */
  readonly documentation: string;
}
