import type { EventListener } from '../events/publish.js';
import type { AssumeRole } from '../credentials/assume-role.js';
import type { ClientType } from '../call/client-type.js';
import type { Clock } from '../clock/clock.js';
import type { Credentials, CredentialProvider } from '../credentials/credentials.js';
import type { Timeouts } from '../clock/timeouts.js';
import type { Transport } from '../transport/transport.js';

/** How a session is made. Everything that is left out comes from where the AWS CLI and the SDK take it. */
export interface SessionOptions {
  /** e.g. `eu-west-1`. Default: `AWS_REGION`, `AWS_DEFAULT_REGION`, the profile's region. */
  readonly region?: string | undefined;
  /** A profile of the shared config and credentials files. Default: `AWS_PROFILE`, else `default`. */
  readonly profile?: string | undefined;
  /** Keys, or a function that gives them. Default: environment, shared files, SSO, web identity, container, instance metadata. */
  readonly credentials?: Credentials | CredentialProvider | undefined;
  /** A role to assume with those credentials. */
  readonly assumeRole?: AssumeRole | undefined;
  /** One endpoint for all services, for an emulator. Default: `AWS_ENDPOINT_URL_<SERVICE>`, `AWS_ENDPOINT_URL`, AWS. */
  readonly endpoint?: string | undefined;
  /** Requests per call, the first included. Default 3. */
  readonly maxAttempts?: number | undefined;
  readonly timeouts?: Timeouts | undefined;
  /** Sockets per host. Default 50. */
  readonly maxSockets?: number | undefined;
  /** Hears of every call, attempt, retry, page, poll and batch, and of warnings. */
  readonly onEvent?: EventListener | undefined;
  /** Carries requests instead of Node's HTTP: the seam that `fakeAws()` uses. */
  readonly transport?: Transport | undefined;
  /** Tells the time instead of the machine's clock. */
  readonly clock?: Clock | undefined;
}

/** Credentials, sockets, retry budget and deadlines that calls share. */
export interface Session extends AsyncDisposable {
  /** The region in which calls are made. */
  region(): Promise<string>;
  /** The same session in another region: same credentials and sockets, a retry budget of its own. */
  in(region: string): Session;
  /** A session with the credentials of a role, on the same sockets. */
  assume(role: AssumeRole): Session;
  /**
   * A client of the AWS SDK that works with this session's credentials, sockets, retry budget and deadlines, for what no package of ours
   * wraps: `session.client(SQSClient)`. The same class gives the same client. A session closes its clients' sockets; do not destroy them.
   */
  client<Client>(type: ClientType<Client>): Client;
}
