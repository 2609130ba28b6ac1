import { createHash } from 'node:crypto';
import type { Python } from './python.js';

/** The folder name of a virtual environment: equal exactly when the same packages run on the same Python. */
export function environmentName(requirements: string, { version, platform, installation }: Python): string {
  const content = JSON.stringify([requirements, version, platform, installation]);
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
