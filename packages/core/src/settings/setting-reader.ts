import { InvalidInputError } from '../errors/invalid-input-error.js';
import { quote } from '../schema/quote.js';
import type { Kind } from './kind.js';
import { kinds } from './kinds.js';
import { type Setting, type SettingTable, settingTable } from './setting-table.js';
import type { SettingName, SettingValues } from './setting-values.js';
import type { Settings } from './settings.js';
import type { SharedFiles } from './shared-files.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** The sources of settings. */
export interface SettingSources {
  readonly environment: Environment;
  readonly files: SharedFiles;
  readonly profile: string;
  /** Whether the program has chosen the profile: then its values come before those of the environment. */
  readonly isChosen: boolean;
}

/** A text, and the start of a sentence about it. */
interface Found {
  readonly text: string;
  readonly source: string;
}

/** Finds and checks settings. An empty value is not set, in the environment and in the files. */
export class SettingReader implements Settings {
  readonly #from: SettingSources;
  readonly #table: SettingTable = settingTable();

  constructor(sources: SettingSources) {
    this.#from = sources;
  }

  get profile(): string {
    return this.#from.profile;
  }

  variable(name: string): string | undefined {
    return this.#from.environment[name] || undefined;
  }

  value<Name extends SettingName>(name: Name): SettingValues[Name] | undefined {
    const setting = this.#table[name];
    const found = this.#find(setting);
    return found && checked(found, setting.kind);
  }

  source(name: SettingName): string | undefined {
    return this.#find(this.#table[name])?.source;
  }

  endpoint(serviceId: string): string | undefined {
    if (this.value('ignoreEndpoints')) return undefined;
    const name = serviceId.replaceAll(' ', '_');
    const { isChosen } = this.#from;
    const found =
      (isChosen ? this.#endpointOfProfile(name) : undefined) ??
      this.#ofEnvironment([`AWS_ENDPOINT_URL_${name.toUpperCase()}`, 'AWS_ENDPOINT_URL']) ??
      (isChosen ? undefined : this.#endpointOfProfile(name));
    return found && checked(found, kinds.url);
  }

  #find({ variables, key }: Setting<unknown>): Found | undefined {
    const ofEnvironment = (): Found | undefined => this.#ofEnvironment(variables);
    const ofProfile = (): Found | undefined => (key === undefined ? undefined : this.#ofProfile(key));
    return this.#from.isChosen ? (ofProfile() ?? ofEnvironment()) : (ofEnvironment() ?? ofProfile());
  }

  #ofEnvironment(variables: readonly string[]): Found | undefined {
    for (const name of variables) {
      const text = this.variable(name);
      if (text !== undefined) return { text, source: `The environment variable ${name}` };
    }
    return undefined;
  }

  #ofProfile(key: string): Found | undefined {
    const { files, profile } = this.#from;
    for (const file of ['config', 'credentials'] as const) {
      const text = files[file][profile]?.[key];
      if (text) return { text, source: `${key} of profile ${profile} in ${this.#pathOf(file)}` };
    }
    return undefined;
  }

  /** https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html */
  #endpointOfProfile(service: string): Found | undefined {
    const name = this.#ofProfile('services');
    if (!name) return this.#ofProfile('endpoint_url');
    const section = this.#from.files.config[`services.${name.text}`];
    if (!section) {
      const known = Object.keys(this.#from.files.config).flatMap((each) => /^services\.(.+)/.exec(each)?.[1] ?? []);
      throw new InvalidInputError(
        `${name.source} must be the name of a section [services ${name.text}] in ${this.#pathOf('config')}, which has ` +
          `${known.length > 0 ? `only ${known.join(', ')}` : 'no section of services'}.`,
      );
    }
    const text = section[`${service.toLowerCase()}.endpoint_url`];
    const source = `endpoint_url of ${service.toLowerCase()} in [services ${name.text}] of ${this.#pathOf('config')}`;
    return text ? { text, source } : this.#ofProfile('endpoint_url');
  }

  #pathOf(file: 'config' | 'credentials'): string {
    const variable = file === 'config' ? 'AWS_CONFIG_FILE' : 'AWS_SHARED_CREDENTIALS_FILE';
    return this.variable(variable) ?? `~/.aws/${file}`;
  }
}

const checked = <Value>({ text, source }: Found, { read, accepted }: Kind<Value>): Value => {
  const value = read(text);
  if (value !== undefined) return value;
  throw new InvalidInputError(`${source} must be ${accepted} (got ${quote(text)}).`);
};
