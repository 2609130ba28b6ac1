import type { NormalizedSchema } from '@smithy/core/schema';

/** Seconds since 1970, ISO 8601 or the form of HTTP's headers. */
export type TimeForm = 'epoch-seconds' | 'iso' | 'http';

const forms: Readonly<Record<number, TimeForm>> = { 5: 'iso', 6: 'http', 7: 'epoch-seconds' };

/** A time in the form that AWS's model demands, else in the protocol's own. */
export const timeText = (schema: NormalizedSchema, time: Date, protocolForm: TimeForm): string | number => {
  const form = forms[schema.getSchema() as number] ?? protocolForm;
  if (form === 'iso') return time.toISOString();
  return form === 'http' ? time.toUTCString() : time.getTime() / 1000;
};
