import type { Emulator } from './emulator.js';

/** Returns the URL of each service by its ID. `emulators[i]` listens on `ports[i]`. */
export function serviceEndpoints(
  emulators: readonly Pick<Emulator, 'services'>[],
  ports: readonly number[],
): Record<string, string> {
  return Object.fromEntries(
    emulators.flatMap(({ services }, index) =>
      services.map((service) => [service, `http://127.0.0.1:${ports[index]}`] as const),
    ),
  );
}
