import { createHash } from 'node:crypto';
import type { Python } from './python.js';

/** Returns the folder name of a virtual environment. It is the same for the same packages and the same Python. */
export function environmentName(requirements: string, { version, platform, installation }: Python): string {
  const content = JSON.stringify([requirements, version, platform, installation]);
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
