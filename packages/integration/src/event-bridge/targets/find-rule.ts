import { type AwsResource, input, notFound, operation, type Operation, resource, z } from '@arch/core/builder';
import { eventBridge, ruleResources } from '@arch/services/event-bridge';
import { DescribeRuleCommand, DescribeRuleResponse$ } from '@aws-sdk/client-eventbridge';

interface Named {
  readonly rule: string;
  readonly eventBusName?: string | undefined;
}

/** Finds the ARN of the rule for which a permission is added. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeRule.html */
export const findRule: Operation<Named, AwsResource & { readonly arn: string }> = operation(() => ({
  service: eventBridge,
  command: DescribeRuleCommand,
  permissions: [{ action: 'events:DescribeRule', resources: ruleResources, when: 'the rule is passed by its name' }],
  input: input<Named>({ rule: z.string(), eventBusName: z.optional(z.string()) }),
  output: resource<AwsResource & { readonly arn: string }>(DescribeRuleResponse$, { arn: z.string() }),
  request: ({ rule }) => ({ Name: rule }),
  errors: { ResourceNotFoundException: notFound({ resource: 'rule', member: 'rule' }) },
}));
