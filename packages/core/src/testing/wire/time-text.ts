import type { NormalizedSchema } from '@smithy/core/schema';

/** Time formats: seconds since 1970, ISO 8601, or the format of HTTP headers. */
export type TimeForm = 'epoch-seconds' | 'iso' | 'http';

const forms: Readonly<Record<number, TimeForm>> = { 5: 'iso', 6: 'http', 7: 'epoch-seconds' };

/** Writes a time in the format of AWS's model, by default in that of the protocol. */
export const timeText = (schema: NormalizedSchema, time: Date, protocolForm: TimeForm): string | number => {
  const form = forms[schema.getSchema() as number] ?? protocolForm;
  if (form === 'iso') return time.toISOString();
  return form === 'http' ? time.toUTCString() : time.getTime() / 1000;
};
