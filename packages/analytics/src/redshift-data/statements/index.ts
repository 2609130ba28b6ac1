export { cancelStatement, type CancelStatementInput } from './cancel-statement.js';
export { describeStatement, type DescribeStatementInput } from './describe-statement.js';
export { type ListedStatement, listStatements, type ListStatementsInput } from './list-statements.js';
export {
  isStatementOver,
  type Statement,
  type StatementOutcome,
  type StatementStatus,
  statementStatuses,
} from './statement.js';
export { waitForStatement, type WaitForStatementInput } from './wait-for-statement.js';
