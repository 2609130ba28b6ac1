import { alreadyExists, conflict, notFound, quota, type Service, whenMessage } from '@arch/core/builder';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';

/** EventBridge. */
export const eventBridge: Service = {
  id: 'EventBridge',
  client: EventBridgeClient,
  prefix: 'events',
  arns: {
    'event-bus': 'arn:aws:events:*:*:event-bus/*',
    'rule-on-default-event-bus': 'arn:aws:events:*:*:rule/*',
    'rule-on-custom-event-bus': 'arn:aws:events:*:*:rule/*/*',
  },
  errors: {
    ConcurrentModificationException: conflict({ remedy: 'It is being changed by another request: try again.' }),
    LimitExceededException: quota(),
    ManagedRuleException: conflict({
      resource: 'rule',
      member: 'name',
      remedy: 'An AWS service made this rule: only with force can it be changed.',
    }),
    ResourceAlreadyExistsException: alreadyExists(),
    PolicyLengthExceededException: quota(),
    ResourceNotFoundException: notFound(),
    ValidationException: whenMessage(
      /can't be deleted since it has targets/i,
      conflict({ resource: 'rule', member: 'name', remedy: 'Remove its targets first.' }),
    ),
  },
  documentation: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_',
};

/** IAM's resource types of what acts on a rule, on whichever bus. */
export const ruleResources = ['rule-on-default-event-bus', 'rule-on-custom-event-bus'] as const;
