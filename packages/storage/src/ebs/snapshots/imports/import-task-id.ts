import { z } from '@arch/core/builder';

/** Checks the ID of an import of a snapshot. Its last part is not always hexadecimal, e.g. `import-snap-247b055a63e5a470t`. */
export const importTaskId = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^import-snap-[0-9a-z]{8,32}$/,
        'import-snap- followed by 8 to 32 lower-case letters and digits, e.g. import-snap-0123456789abcdef0',
      ),
    );
