import type { EventListener } from '../events/publish.js';
import type { AssumeRole } from '../credentials/assume-role.js';
import type { ClientType } from '../call/client-type.js';
import type { PayloadSigning } from '../call/payload-signing.js';
import type { Clock } from '../clock/clock.js';
import type { Credentials, CredentialProvider } from '../credentials/credentials.js';
import type { Timeouts } from '../clock/timeouts.js';
import type { Transport } from '../transport/transport.js';

/**
 * Options of a session. The default values come from the environment and the shared files, as those of the AWS CLI and the SDK. They are read with
 * the first call, and anew by each new session. A page of the documentation, settings.md, lists all of them.
 */
export interface SessionOptions {
  /** The region, e.g. `eu-west-1`. Default: `AWS_REGION`, `AWS_DEFAULT_REGION`, or the region of the profile. */
  readonly region?: string | undefined;
  /**
   * A profile of the shared config and credentials files. Its settings come before those of the environment. Default: `AWS_PROFILE`, or
   * `default`.
   */
  readonly profile?: string | undefined;
  /**
   * Credentials, or a function that returns them. Sessions with the same function share its result. Default: those of `profile`; otherwise the
   * first of environment, shared files, web identity, container, instance metadata.
   */
  readonly credentials?: Credentials | CredentialProvider | undefined;
  /** The MFA code for a profile with `mfa_serial`, or a function that returns a new code each time. Default: none. */
  readonly mfaCode?: string | ((mfaSerial: string) => string | Promise<string>) | undefined;
  /** A role to assume with these credentials. Default: none. */
  readonly assumeRole?: AssumeRole | undefined;
  /**
   * One endpoint for all services, e.g. of an emulator. Default: `AWS_ENDPOINT_URL_<SERVICE>`, `AWS_ENDPOINT_URL`, `endpoint_url` of the
   * profile, or the endpoint of AWS. At hosts that are not AWS's, S3 requests have the bucket in the path.
   */
  readonly endpoint?: string | undefined;
  /**
   * Whether S3 requests are repeated, once, in the region of their bucket if it is another one, and later requests are sent there, with a
   * `redirect` event. Presigned URLs are always for the region of the session. Default `true`.
   */
  readonly followRegion?: boolean | undefined;
  /** Maximum number of requests per call, including the first one. Default: `AWS_MAX_ATTEMPTS`, `max_attempts` of the profile, or 3. */
  readonly maxAttempts?: number | undefined;
  /** Time limits of calls, in milliseconds. */
  readonly timeouts?: Timeouts | undefined;
  /** Maximum number of sockets per host. Default 50. */
  readonly maxSockets?: number | undefined;
  /**
   * Whether the content of large objects is read over connections of its own, directly into memory that is used again. It then costs about half
   * of the time. Not used with a proxy or a `transport`, and while a library observes or replaces Node's HTTP requests. Default `true`.
   */
  readonly lane?: boolean | undefined;
  /**
   * Whether signatures include the hash of the content of S3 uploads (`PutObject`, `UploadPart`). Default: over plain HTTP and without a checksum
   * they do; over TLS, the checksum of the content is signed instead, which takes less time. `'always'`: for buckets whose policy requires it.
   * `'never'`: also not over plain HTTP, if the request has a checksum.
   */
  readonly payloadSigning?: PayloadSigning | undefined;
  /**
   * `'sdk'` sends requests through the SDK's own middleware only. By default some of it is replaced by middleware that sends the same requests
   * with less work. `session.client()` and `call()` always use the SDK's own.
   */
  readonly path?: 'sdk' | undefined;
  /** Called with every event: of calls, attempts, retries, pages, polls, batches and warnings. */
  readonly onEvent?: EventListener | undefined;
  /** Sends requests instead of Node's HTTP client. `fakeAws()` uses it. */
  readonly transport?: Transport | undefined;
  /** Clock of the session, for tests. Default: the clock of the machine. */
  readonly clock?: Clock | undefined;
}

/** Credentials, sockets, retry budget and deadlines that calls share. */
export interface Session extends AsyncDisposable {
  /** Returns the region of calls. */
  region(): Promise<string>;
  /** Returns this session in another region, with the same credentials and sockets and a separate retry budget. */
  in(region: string): Session;
  /** Returns a session with the credentials of a role and the same sockets. */
  assume(role: AssumeRole): Session;
  /**
   * Returns an AWS SDK client with the credentials, sockets, retry budget and deadlines of this session, for operations that this library
   * does not have: `session.client(SQSClient)`. Returns the same client for the same class. Do not destroy the client: the session closes its
   * sockets.
   */
  client<Client>(type: ClientType<Client>): Client;
}
