export { sns } from './sns.js';
export { nameInArn, topicArn, topicName } from './topic-names.js';
