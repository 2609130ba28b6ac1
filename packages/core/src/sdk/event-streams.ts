// Services with event streams need these in addition.
export { eventStreamSerdeProvider, resolveEventStreamSerdeConfig } from '@smithy/core/event-streams';
