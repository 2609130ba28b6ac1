export { publishMessage, type PublishedMessage, type PublishMessageInput } from './publish-message.js';
export { publishMessages, type PublishMessagesInput } from './publish-messages.js';
export type { TopicAttributeValue, TopicMessageInput } from './topic-message-input.js';
