export { parseQueryPlan } from './parse-query-plan.js';
export {
  type Distribution,
  distributions,
  type PlanAdvice,
  type PlanAdviceKind,
  planAdviceKinds,
  type PlanCondition,
  type PlanCost,
  type PlanNode,
  type QueryPlan,
} from './query-plan.js';
