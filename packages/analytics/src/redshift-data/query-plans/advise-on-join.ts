import { countText, inQuotes, sizeText } from './count-text.js';
import type { PlanAdvice, PlanNode } from './query-plan.js';
import { readsExternal, tableNames } from './table-names.js';

/** Returns advice for a faster join, if there is any. */
export const adviseOnJoin = (node: PlanNode): PlanAdvice | undefined => {
  if (node.operation.startsWith('Nested Loop')) return onNestedLoop(node);
  const sides = sidesOf(node);
  if (node.distribution === 'DS_BCAST_INNER' && sides.bytes < smallTableBytes) return undefined;
  const message = movements[node.distribution ?? '']?.(sides);
  return message === undefined ? undefined : { kind: 'distribution', message, node };
};

/** Size below which the cost of a copy is negligible. */
const smallTableBytes = 100_000;

/** Postgres also uses a nested loop with an index; such a loop does not compare all rows. */
const onNestedLoop = (node: PlanNode): PlanAdvice | undefined => {
  const [outer, inner] = node.children;
  if (!outer || !inner || hasIndex(inner)) return undefined;
  const compared = `Every row of ${nameOf(outer)} is compared with every row of ${nameOf(inner)}`;
  const filter = node.conditions.find(({ kind }) => kind === 'Join Filter')?.expression;
  const message = filter
    ? `${compared} by the condition ${inQuotes(filter)}: if possible, add a condition that joins on equal columns.`
    : `${compared}: a join condition is missing.`;
  return { kind: 'nested-loop', message, node };
};

const hasIndex = (node: PlanNode): boolean => node.operation.includes('Index') || node.children.some(hasIndex);

interface Sides {
  readonly outer: string;
  readonly inner: string;
  /** Whether the sides contain external tables, which have no distribution. */
  readonly isExternal: { readonly outer: boolean; readonly inner: boolean };
  /** Size of the inner side; without an estimate, `Infinity`. */
  readonly bytes: number;
  /** Rows and size of the inner side as text. */
  readonly amount: string;
  /** The join condition as text, e.g. ` on “a = b”`. */
  readonly on: string;
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
    on: condition ? ` on ${inQuotes(condition)}` : '',
  };
};

/** Returns the names of the tables on one side of a join. */
const nameOf = (node: PlanNode | undefined): string => (node && tableNames(node).join(' and ')) || 'the joined rows';

/** The advice of Redshift's documentation for each distribution that moves rows. */
const movements: Readonly<Record<string, (sides: Sides) => string>> = {
  DS_BCAST_INNER: (sides) =>
    `${sides.inner} (${sides.amount}) is copied to every node for the join with ${sides.outer}${sides.on}. ` +
    `If it is not small, ${onBoth(sides)}.`,
  DS_DIST_BOTH: (sides) =>
    `${sides.outer} and ${sides.inner} are both redistributed between the nodes for their join${sides.on}: ${onBoth(sides)}.`,
  DS_DIST_ALL_INNER: ({ outer, inner, on }) =>
    `${inner} is sent to a single slice, which performs the whole join${on}, because ${outer} has DISTSTYLE ALL: ` +
    `give ${outer} a distribution key or DISTSTYLE EVEN.`,
  DS_DIST_INNER: ({ outer, inner, amount, on, isExternal }) =>
    `${inner} (${amount}) is redistributed between the nodes for the join with ${outer}${on}: ` +
    `${isExternal.inner ? onExternal(inner) : 'make the joined column its distribution key, or give it DISTSTYLE ALL if it rarely changes'}.`,
  DS_DIST_OUTER: ({ outer, inner, on, isExternal }) =>
    `${outer} is redistributed between the nodes for the join with ${inner}${on}: ` +
    `${isExternal.outer ? onExternal(outer) : 'make the joined column its distribution key'}.`,
};

const onBoth = ({ inner, isExternal }: Sides): string => {
  if (isExternal.inner) return onExternal(inner);
  const all = `give ${inner} DISTSTYLE ALL`;
  return isExternal.outer ? all : `make the joined column the distribution key of both sides, or ${all}`;
};

/** https://docs.aws.amazon.com/redshift/latest/dg/c-spectrum-external-performance.html */
const onExternal = (tables: string): string =>
  `filter ${tables} by its partition columns, or copy its rows into a table whose distribution key is the joined column: ` +
  'external tables have no distribution';
