import { readFileSync } from 'node:fs';

/** A row of the tables of docs/settings.md. */
export interface DocumentedSetting {
  readonly name: string;
  readonly variables: readonly string[];
  readonly keys: readonly string[];
}

const page = new URL('../../../../../docs/settings.md', import.meta.url);

const codes = (cell: string): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

/** Reads the tables of docs/settings.md. */
export const documentedSettings = (): readonly DocumentedSetting[] =>
  readFileSync(page, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| setting |'))
    .map((line) => {
      const [, name = '', variables = '', keys = ''] = line.split('|').map((cell) => cell.trim());
      return { name, variables: codes(variables), keys: codes(keys) };
    });
