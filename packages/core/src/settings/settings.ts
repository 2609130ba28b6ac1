import type { SettingName, SettingValues } from './setting-values.js';

/** The settings of a session: the environment and the profile, as they were when the session read them. */
export interface Settings {
  /** The name of the profile. */
  readonly profile: string;
  /** Returns the value of a setting. Throws `InvalidInputError` with its source if it is not valid. */
  value<Name extends SettingName>(name: Name): SettingValues[Name] | undefined;
  /** Returns the endpoint that is set for a service or for all services. Throws `InvalidInputError` with its source if it is not a URL. */
  endpoint(serviceId: string): string | undefined;
  /** Names the source of a setting, e.g. `The environment variable AWS_CA_BUNDLE`. */
  source(name: SettingName): string | undefined;
  /** Returns an environment variable. An empty one is not set. */
  variable(name: string): string | undefined;
}
