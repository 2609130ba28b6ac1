import { alreadyExists, awsJson, conflict, notFound, quota, type Service, whenMessage } from '@arch/core/builder';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';

/** EventBridge. */
export const eventBridge: Service = {
  id: 'EventBridge',
  client: EventBridgeClient,
  protocol: awsJson,
  prefix: 'events',
  arns: {
    'event-bus': 'arn:aws:events:*:*:event-bus/{eventBusName}',
    'rule-on-default-event-bus': 'arn:aws:events:*:*:rule/{ruleName}',
    'rule-on-custom-event-bus': 'arn:aws:events:*:*:rule/{eventBusName}/{ruleName}',
  },
  errors: {
    ConcurrentModificationException: conflict({ remedy: 'Another request is changing the resource: call again.' }),
    LimitExceededException: quota(),
    ManagedRuleException: conflict({
      resource: 'rule',
      member: 'name',
      remedy: 'An AWS service created this rule: pass force: true to delete it or to remove its targets.',
    }),
    ResourceAlreadyExistsException: alreadyExists(),
    PolicyLengthExceededException: quota(),
    ResourceNotFoundException: notFound(),
    ValidationException: whenMessage(
      /can't be deleted since it has targets/i,
      conflict({ resource: 'rule', member: 'name', remedy: 'Remove the targets of the rule first.' }),
    ),
  },
  documentation: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_',
};

/** IAM's resource types of a rule: on the default event bus and on a custom event bus. */
export const ruleResources = ['rule-on-default-event-bus', 'rule-on-custom-event-bus'] as const;
