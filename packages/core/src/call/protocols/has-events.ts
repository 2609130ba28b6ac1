import type { NormalizedSchema } from '@smithy/core/schema';

/** Whether an input or an output contains a stream of events. */
export const hasEvents = (schema: NormalizedSchema): boolean =>
  schema.isStructSchema() && Boolean(schema.getEventStreamMember());
