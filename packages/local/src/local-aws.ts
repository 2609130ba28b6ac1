import type { AccessKey } from './guard/access-key.js';

/** A running local AWS. Its emulators end with this process, even without a call of `stop`, and do not keep it alive. */
export interface LocalAws extends AsyncDisposable {
  /** The URL of each service, by its ID: `{ EC2: 'http://127.0.0.1:43123', … }`. */
  readonly endpoints: Readonly<Record<string, string>>;
  /**
   * The environment variables for the AWS SDKs and the AWS CLI: endpoints, credentials, a region, and settings that disable the user's
   * configuration. Use `localEnvironment`, which also removes the user's `AWS_…` variables.
   */
  readonly env: Readonly<Record<string, string>>;
  /** The access key of `env`. Each start creates a new one. Requests without its signature are rejected. */
  readonly credentials: AccessKey;
  /** Resolves after `stop`. Rejects with a `LocalAwsError` if an emulator ends unexpectedly. */
  readonly ended: Promise<void>;
  /** Deletes all resources of all services in all regions. */
  reset(): Promise<void>;
  /** Stops the emulators. Further calls have no effect. */
  stop(): Promise<void>;
}
