import type { ErrorTable } from '../translation/error-table.js';
import type { ClientType } from '../call/client-type.js';

/** One of AWS's services, as the operations of a layer use it. */
export interface Service {
  /** AWS's ID of it, as the SDK and `AWS_ENDPOINT_URL_<ID>` have it, e.g. `EC2`. */
  readonly id: string;
  readonly client: ClientType<unknown>;
  /** What the SDK's client is made with for this service beside what all are made with. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What IAM actions begin with, e.g. `ec2`. */
  readonly prefix: string;
  /** ARN formats by IAM's resource type, e.g. `instance: 'arn:aws:ec2:*:*:instance/*'`. */
  readonly arns: Readonly<Record<string, string>>;
  /** What the service's error codes mean, whichever operation is called. */
  readonly errors: ErrorTable;
  /** Where AWS documents its operations; the operation's name is appended. */
  readonly documentation: string;
}
