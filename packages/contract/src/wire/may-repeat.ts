import { type CommandType, infoOf, tokenMemberOf } from '@arch/core/builder';

import type { Subject } from '../layer.js';

type Declaration = Subject['declaration'];

/** AWS's verbs of operations that change nothing. */
const reads =
  /^(?:BatchGet|Check|Compare|Count|Decode|Describe|Detect|Estimate|Get|Head|List|Lookup|Query|Receive|Recognize|Scan|Search|Select|Simulate|Validate)/;

/** Whether an AWS operation changes nothing, by its verb or its declaration. */
export const isRead = (operation: string, declaration: Declaration | undefined): boolean =>
  reads.test(operation) || declaration?.['mutates'] === false;

/** The rules for a repetition of a request that AWS may have completed. */
export interface Repeats {
  /** Whether the request is retried: it only reads, it has an idempotency token, its repetition is harmless, or AWS rejects the repetition. */
  readonly isRetried: boolean;
  /** Whether a second call is harmless and succeeds. */
  readonly isHarmless: boolean;
}

export const repeatsOf = (operation: string, declaration: Declaration | undefined): Repeats => {
  const command = declaration?.['command'] as CommandType | undefined;
  const hasToken = command !== undefined && tokenMemberOf(command) !== undefined;
  const { repeatable = true } = (declaration ?? {}) as { readonly repeatable?: unknown };
  const isRetried = isRead(operation, declaration) || hasToken || repeatable === true || repeatable === 'refused';
  return { isRetried, isHarmless: isRetried && !hasToken && repeatable !== 'refused' };
};

/** Returns the declaration of an AWS operation that a function sends: its own, or that of a function that it uses. */
export const declarationOf = (operation: string, declaration: Declaration): Declaration | undefined => {
  if (commandOf(declaration) === operation) return declaration;
  for (const used of (declaration['uses'] ?? []) as readonly unknown[]) {
    const inner = infoOf(used)?.declaration as Declaration | undefined;
    const found = inner && declarationOf(operation, inner);
    if (found) return found;
  }
  return undefined;
};

const commandOf = ({ command }: Declaration): string | undefined =>
  (command as { readonly name: string } | undefined)?.name.replace(/Command$/, '');
