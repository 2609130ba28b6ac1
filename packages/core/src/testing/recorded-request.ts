/** A request as it would have left for AWS. */
export interface RecordedRequest {
  /** AWS's name of the operation, e.g. `DescribeInstances`. */
  readonly operation: string;
  /** The service's ID, e.g. `EC2`. */
  readonly service: string;
  /** The region it was signed for; absent where it was not signed. */
  readonly region: string | undefined;
  /** The key it was signed with; absent where it was not signed. */
  readonly accessKeyId: string | undefined;
  /** Which request of this operation it is, counted from 1. */
  readonly attempt: number;
  /** Milliseconds since the fake AWS was made, on its clock. */
  readonly atMs: number;
  /** What the SDK was given, in AWS's member names. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly method: string;
  readonly host: string;
  /** With the query, where there is one. */
  readonly path: string;
  /** By lower-case name; what signs the request is redacted. */
  readonly headers: Readonly<Record<string, string>>;
  /** Text as text, what was uploaded as bytes. */
  readonly body: string | Uint8Array;
}
