import { InvalidInputError } from '../errors/invalid-input-error.js';
import { remembered } from './remembered.js';
import { type ProfileChoice, readSettings } from './read-settings.js';
import type { SettingName, SettingValues } from './setting-values.js';
import type { Settings } from './settings.js';

/** The default of AWS's standard retry mode. */
const defaultMaxAttempts = 3;

/** The settings of one session. They are read once, with the first call; after an error, the next call reads them anew. */
export class SettingsSource {
  readonly #choice: ProfileChoice;
  #reading: Promise<Settings> | undefined;
  #maxAttempts: number | undefined;

  constructor(choice: ProfileChoice) {
    this.#choice = choice;
  }

  /** The setting `max_attempts`, or its default as long as the settings are not read: no request is sent before. */
  get maxAttempts(): number {
    return this.#maxAttempts ?? defaultMaxAttempts;
  }

  /** Returns what `use` reads from the settings. */
  async read<Value>(use: (settings: Settings) => Value): Promise<Value> {
    try {
      return use(await (this.#reading ??= this.#readAll()));
    } catch (error) {
      this.#reading = undefined;
      throw error;
    }
  }

  /** Returns a function that reads a setting once, for the configuration of the SDK's clients. */
  provider<Name extends SettingName>(name: Name): () => Promise<SettingValues[Name] | undefined>;
  provider<Name extends SettingName>(name: Name, fallback: SettingValues[Name]): () => Promise<SettingValues[Name]>;
  provider<Name extends SettingName>(name: Name, fallback?: SettingValues[Name]): () => Promise<unknown> {
    return remembered(() => this.read((settings) => settings.value(name) ?? fallback));
  }

  /** Returns the region. Throws if none is set, and this machine is no EC2 instance. */
  async region(): Promise<string> {
    const { found, profile } = await this.read((settings) => ({
      found: settings.value('region'),
      profile: settings.profile,
    }));
    if (found !== undefined) return found;
    const { instanceRegion } = await import('./instance-region.js');
    const ofInstance = await instanceRegion();
    if (ofInstance !== undefined) return ofInstance;
    this.#reading = undefined;
    throw new InvalidInputError(
      `No region is set. Set AWS_REGION, set a region for profile ${profile} in ~/.aws/config, or pass { region: 'eu-west-1' }.`,
    );
  }

  async #readAll(): Promise<Settings> {
    const settings = await readSettings(this.#choice);
    this.#maxAttempts = settings.value('maxAttempts');
    // It has no effect, but a wrong value is a mistake.
    settings.value('retryMode');
    return settings;
  }
}
