import type { AccessKey } from './guard/access-key.js';

/** Running emulators. They end with this process, whether or not `stop` is called, and do not keep it alive. */
export interface LocalAws extends AsyncDisposable {
  /** The URL of each service, by its ID: `{ EC2: 'http://127.0.0.1:43123', … }`. */
  readonly endpoints: Readonly<Record<string, string>>;
  /**
   * What the AWS SDKs and the AWS CLI have to find in their environment: endpoints, credentials, a region, and nothing of the
   * user's configuration. Set them with `localEnvironment`, which also leaves out what must not be set.
   */
  readonly env: Readonly<Record<string, string>>;
  /** The access key of `env`. It is new at each start, and no request without its signature is answered. */
  readonly credentials: AccessKey;
  /** Fulfilled after `stop`; rejected with a `LocalAwsError` when an emulator ends by itself. */
  readonly ended: Promise<void>;
  /** Makes all services forget everything, in all regions. */
  reset(): Promise<void>;
  /** Ends the emulators; calling it again does no harm. */
  stop(): Promise<void>;
}
