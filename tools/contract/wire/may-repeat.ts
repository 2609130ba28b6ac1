import { infoOf } from '@arch/core/builder';

import type { Subject } from '../layer.js';

type Declaration = Subject['declaration'];

/** AWS's verbs for operations that change nothing. */
const reads =
  /^(?:BatchGet|Check|Compare|Count|Decode|Describe|Detect|Estimate|Get|Head|List|Lookup|Query|Recognize|Scan|Search|Select|Simulate|Validate)/;

/** Whether an AWS operation changes nothing, by its verb. */
export const isRead = (operation: string): boolean => reads.test(operation);

/**
 * Whether an AWS operation may be sent again when nobody knows whether AWS has completed it: it reads, its declaration says that repeating
 * is harmless, or it carries a token (then the declaration says nothing).
 */
export const mayRepeat = (operation: string, declaration: Declaration | undefined): boolean =>
  isRead(operation) || declaration?.['repeatable'] === undefined || declaration['repeatable'] === true;

/** The declaration of an AWS operation that a function sends: its own, or one of those that it uses. */
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
