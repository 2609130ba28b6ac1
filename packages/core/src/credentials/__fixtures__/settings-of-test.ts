import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { vi } from 'vitest';

/** A home folder and an environment without settings of AWS, for one test. */
export interface SettingsOfTest extends Disposable {
  readonly folder: string;
  /** Writes a file into the folder. Returns its path. */
  write(name: string, text: string): string;
}

/** Makes the settings of a test: variables, and the text of the config file. */
export const settingsOfTest = (variables: Readonly<Record<string, string>> = {}, config = ''): SettingsOfTest => {
  const folder = mkdtempSync(join(tmpdir(), 'arch-'));
  for (const name of Object.keys(process.env).filter((each) => each.startsWith('AWS_'))) vi.stubEnv(name, undefined);
  vi.stubEnv('HOME', folder);
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'config'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'credentials'));
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text, { mode: 0o755 });
    return join(folder, name);
  };
  write('config', config);
  return {
    folder,
    write,
    [Symbol.dispose]: () => {
      vi.unstubAllEnvs();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
