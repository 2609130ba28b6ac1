import { countText, inQuotes, sizeText } from './count-text.js';
import type { PlanAdvice, PlanNode } from './query-plan.js';
import { readsExternal, tableNames } from './table-names.js';

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
  /** Whether the sides contain external tables, which have no distribution. */
  readonly isExternal: { readonly outer: boolean; readonly inner: boolean };
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
    isExternal: {
      outer: outer !== undefined && readsExternal(outer),
      inner: inner !== undefined && readsExternal(inner),
    },
    bytes,
    amount: rows === undefined || bytes === Infinity ? 'of unknown size' : `${countText(rows)}, ${sizeText(bytes)}`,
    by: condition ? ` by ${inQuotes(condition)}` : '',
  };
};

/** The tables of one side of a join. */
const nameOf = (node: PlanNode | undefined): string => (node && tableNames(node).join(' and ')) || 'what is joined';

/** What Redshift's documentation advises for each way of moving rows; the others move none. */
const movements: Readonly<Record<string, (sides: Sides) => string>> = {
  DS_BCAST_INNER: (sides) =>
    `${sides.inner} (${sides.amount}) is copied to every node, to be joined with ${sides.outer}${sides.by}: ` +
    `that is fine where it is small. Otherwise ${onBoth(sides)}.`,
  DS_DIST_BOTH: (sides) =>
    `${sides.outer} and ${sides.inner} are both sent from node to node, to be joined${sides.by}: ${onBoth(sides)}.`,
  DS_DIST_ALL_INNER: ({ outer, inner, by }) =>
    `${inner} is sent to a single slice, which joins it${by} alone, because ${outer} has DISTSTYLE ALL: ` +
    `give ${outer} a distribution key or DISTSTYLE EVEN.`,
  DS_DIST_INNER: ({ outer, inner, amount, by, isExternal }) =>
    `${inner} (${amount}) is sent from node to node, to be joined with ${outer}${by}: ` +
    `${isExternal.inner ? onExternal(inner) : 'make the joined column its distribution key, or give it DISTSTYLE ALL if it seldom changes'}.`,
  DS_DIST_OUTER: ({ outer, inner, by, isExternal }) =>
    `${outer} is sent from node to node, to be joined with ${inner}${by}: ` +
    `${isExternal.outer ? onExternal(outer) : 'make the joined column its distribution key'}.`,
};

const onBoth = ({ inner, isExternal }: Sides): string => {
  if (isExternal.inner) return onExternal(inner);
  const all = `give ${inner} DISTSTYLE ALL`;
  return isExternal.outer ? all : `make the joined column the distribution key of both, or ${all}`;
};

/** https://docs.aws.amazon.com/redshift/latest/dg/c-spectrum-external-performance.html */
const onExternal = (tables: string): string =>
  `filter ${tables} by its partition columns, or copy its rows into a table whose distribution key is the joined column: ` +
  'external tables have no distribution';
