import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const versionOf = (program: string, ...parameters: readonly string[]): string => {
  try {
    return execFileSync(program, parameters)
      .toString()
      .trim()
      .split(/\s/)[0]!
      .replace(/^aws-cli\//, '');
  } catch {
    return 'not installed';
  }
};

const packageVersion = (name: string): string => {
  const file = join(import.meta.dirname, '../node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;
};

/** The versions of the peers and of the store, and what they have in common. */
export const versions = (): string =>
  [
    `s5cmd ${versionOf('s5cmd', 'version')}`,
    `aws-cli ${versionOf('aws', '--version')}`,
    `lib-storage and the SDK ${packageVersion('@aws-sdk/lib-storage')}`,
    `s3-sync-client ${packageVersion('s3-sync-client')}`,
    'each with its default settings, in processes of their own, against versitygw 1.8.0 on the same machine, which closes each connection after one response.',
  ].join(', ') +
  ' Medians of 5 rounds, of 3 for many files, and 1 round for the plan.' +
  ' @arch verifies every download with its CRC32 and flushes it to the disk; s5cmd and the SDK, which reads one stream, do neither.';
