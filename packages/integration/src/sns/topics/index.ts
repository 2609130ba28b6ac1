export { createTopic, type CreateTopicInput } from './create-topic.js';
export { deleteTopic, type DeleteTopicInput } from './delete-topic.js';
export { describeTopic, type DescribeTopicInput } from './describe-topic.js';
export { listTopics, type ListTopicsInput } from './list-topics.js';
export { setTopicAttributes, type SetTopicAttributesInput } from './set-topic-attributes.js';
export type { Topic } from './topic.js';
export type { TopicSettings } from './topic-settings.js';
export type { TopicReference } from '../topic-reference.js';
