import { countText, inQuotes, sizeText } from './count-text.js';
import type { PlanAdvice, PlanNode } from './query-plan.js';

/** What would make a join quicker, if it could be. */
export const adviseOnJoin = (node: PlanNode): PlanAdvice | undefined => {
  if (node.operation.startsWith('Nested Loop')) return onNestedLoop(node);
  const sides = sidesOf(node);
  if (node.distribution === 'DS_BCAST_INNER' && sides.bytes < littleBytes) return undefined;
  const message = movements[node.distribution ?? '']?.(sides);
  return message === undefined ? undefined : { kind: 'distribution', message, node };
};

/** What costs next to nothing to copy. */
const littleBytes = 100_000;

/** Postgres joins by an index that way: then it is no product. */
const onNestedLoop = (node: PlanNode): PlanAdvice | undefined => {
  const [outer, inner] = node.children;
  if (!outer || !inner || hasIndex(inner)) return undefined;
  const compared = `Every row of ${nameOf(outer)} is compared with every row of ${nameOf(inner)}`;
  const filter = node.conditions.find(({ kind }) => kind === 'Join Filter')?.expression;
  const message = filter
    ? `${compared}, by ${inQuotes(filter)}: join by equal columns as well where there are such.`
    : `${compared}: a join condition is missing.`;
  return { kind: 'nested-loop', message, node };
};

const hasIndex = (node: PlanNode): boolean => node.operation.includes('Index') || node.children.some(hasIndex);

interface Sides {
  readonly outer: string;
  readonly inner: string;
  /** How much the inner side is; without an estimate, as much as there may be. */
  readonly bytes: number;
  /** The same in words. */
  readonly amount: string;
  /** What is joined by, in words that follow a noun. */
  readonly by: string;
}

const sidesOf = ({ children: [outer, inner], conditions }: PlanNode): Sides => {
  const { rows, widthBytes } = inner ?? {};
  const bytes = rows === undefined || widthBytes === undefined ? Infinity : rows * widthBytes;
  const condition = conditions.find(({ kind }) => kind.endsWith(' Cond'))?.expression;
  return {
    outer: nameOf(outer),
    inner: nameOf(inner),
    bytes,
    amount: rows === undefined || bytes === Infinity ? 'of unknown size' : `${countText(rows)}, ${sizeText(bytes)}`,
    by: condition ? ` by ${inQuotes(condition)}` : '',
  };
};

/** The tables of one side of a join. */
const nameOf = (node: PlanNode | undefined): string => {
  const names = node ? [...new Set(targetsOf(node))] : [];
  return names.length > 0 ? names.join(' and ') : 'what is joined';
};

const targetsOf = ({ target, children }: PlanNode): readonly string[] =>
  target === undefined ? children.flatMap(targetsOf) : [target];

/** What Redshift's documentation advises for each way of moving rows; the others move none. */
const movements: Readonly<Record<string, (sides: Sides) => string>> = {
  DS_BCAST_INNER: ({ outer, inner, amount, by }) =>
    `${inner} (${amount}) is copied to every node, to be joined with ${outer}${by}: that is fine where it is small. ` +
    `Otherwise make the joined column the distribution key of both, or give ${inner} DISTSTYLE ALL.`,
  DS_DIST_BOTH: ({ outer, inner, by }) =>
    `${outer} and ${inner} are both sent from node to node, to be joined${by}: ` +
    `make the joined column the distribution key of both, or give ${inner} DISTSTYLE ALL.`,
  DS_DIST_ALL_INNER: ({ outer, inner, by }) =>
    `${inner} is sent to a single slice, which joins it${by} alone, because ${outer} has DISTSTYLE ALL: ` +
    `give ${outer} a distribution key or DISTSTYLE EVEN.`,
  DS_DIST_INNER: ({ outer, inner, amount, by }) =>
    `${inner} (${amount}) is sent from node to node, to be joined with ${outer}${by}: ` +
    `make the joined column its distribution key, or give it DISTSTYLE ALL if it seldom changes.`,
  DS_DIST_OUTER: ({ outer, inner, by }) =>
    `${outer} is sent from node to node, to be joined with ${inner}${by}: make the joined column its distribution key.`,
};
