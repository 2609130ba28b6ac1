/** A request as it would be sent to AWS. */
export interface RecordedRequest {
  /** AWS's name of the operation, e.g. `DescribeInstances`. */
  readonly operation: string;
  /** The service's ID, e.g. `EC2`. */
  readonly service: string;
  /** The region of the signature; `undefined` for unsigned requests. */
  readonly region: string | undefined;
  /** The access key ID of the signature; `undefined` for unsigned requests. */
  readonly accessKeyId: string | undefined;
  /** The number of the request among those of its operation, from 1. */
  readonly attempt: number;
  /** Milliseconds since the fake AWS was made, on its clock. */
  readonly atMs: number;
  /** The input of the SDK command, with AWS's member names. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly method: string;
  readonly host: string;
  /** The path with the query string. */
  readonly path: string;
  /** Headers by lower-case name. The signature and the session token are redacted. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body: text as a string, uploads as bytes. */
  readonly body: string | Uint8Array;
}
