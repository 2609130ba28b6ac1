export { listTargetsByRule, type ListTargetsByRuleInput } from './list-targets-by-rule.js';
export { putTarget, type PutTargetInput } from './put-target.js';
export { removeTarget, type RemoveTargetInput } from './remove-target.js';
export type { InputTransformer, RuleTarget } from './rule-target.js';
export type { RuleOfTarget, TargetReference } from './target-reference.js';
export type { TargetSettings } from './target-settings.js';
