import { z } from '@arch/core/builder';

/** A time that Glacier sends as text, e.g. `2026-03-20T17:03:43.221Z`. */
export const glacierTime = (): { type: z.ZodMiniType<Date>; read: (value: unknown) => unknown } => ({
  type: z.date(),
  read: (value) => (typeof value === 'string' && value !== '' ? new Date(value) : undefined),
});
