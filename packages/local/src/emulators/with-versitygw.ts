import type { Emulator } from './emulator.js';
import { emulators } from './emulators.js';
import { versitygw, type VersitygwOptions } from './versitygw.js';

/** Returns the emulators of a local AWS in which versitygw serves S3. */
export function withVersitygw(options: VersitygwOptions): readonly Emulator[] {
  const server = versitygw(options);
  const others = emulators.map((emulator) => ({
    ...emulator,
    services: emulator.services.filter((service) => !server.services.includes(service)),
  }));
  return [...others, server];
}
