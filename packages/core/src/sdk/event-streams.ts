// What services with event streams need beside the rest.
export { eventStreamSerdeProvider, resolveEventStreamSerdeConfig } from '@smithy/core/event-streams';
