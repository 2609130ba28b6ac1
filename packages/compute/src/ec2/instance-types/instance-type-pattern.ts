import { z } from '@arch/core/builder';

/** An instance type as a filter; `*` and `?` are wildcards. AWS has no error for a type that does not exist. */
export const instanceTypePattern = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^(?=.*[.*?])[a-z0-9*?-]+(?:\.[a-z0-9*?-]+)?$/,
        'an instance type such as t3.micro, or a pattern such as t3.*',
      ),
    );
