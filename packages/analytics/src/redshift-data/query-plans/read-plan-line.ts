import type { PlanCondition, PlanNode } from './query-plan.js';

/** A line of a plan: an operation, a condition of the operation above it, or Redshift's remark about the plan. */
export type PlanLine =
  | { readonly kind: 'operation'; readonly column: number; readonly node: Omit<PlanNode, 'conditions' | 'children'> }
  | { readonly kind: 'condition'; readonly column: number; readonly condition: PlanCondition }
  | { readonly kind: 'remark'; readonly text: string };

/** Parses one line of a plan; `undefined` for an empty line. */
export const readPlanLine = (line: string): PlanLine | undefined => {
  const text = line.trim();
  if (text === '') return undefined;
  const [, remark] = /^-{3,}\s*(.*?)\s*-{3,}$/.exec(text) ?? [];
  if (remark !== undefined) return { kind: 'remark', text: remark };
  const column = columnOf(line);
  const numbers = estimates.exec(text);
  if (!numbers && !text.startsWith('->')) return { kind: 'condition', column, condition: conditionOf(text) };
  const head = (numbers ? text.slice(0, numbers.index) : text).replace(/^->\s*/, '').trim();
  return { kind: 'operation', column, node: { ...headOf(head), ...(numbers && estimatesOf(numbers)) } };
};

/** Returns the indentation of a line. Plans copied from documents can contain tabs instead of spaces. */
const columnOf = (line: string): number => {
  const [indent = ''] = /^\s*/.exec(line) ?? [];
  return indent.replaceAll('\t', '        ').length;
};

const estimates = /\(cost=(\d[\d.]*?)\.\.(\d[\d.]*) rows=(\d+) width=(\d+)\)/;

const estimatesOf = ([, first, total, rows, width]: RegExpExecArray): Pick<
  PlanNode,
  'cost' | 'rows' | 'widthBytes'
> => ({
  cost: { first: Number(first), total: Number(total) },
  rows: Number(rows),
  widthBytes: Number(width),
});

const conditionOf = (text: string): PlanCondition => {
  const [, kind, expression] = /^([A-Z][\w ]*): ?(.*)$/.exec(text) ?? [];
  return { kind: kind ?? text, expression: expression ?? '' };
};

/**
 * Parses e.g. `XN Seq Scan on public.sales s`, `XN Hash Join DS_DIST_NONE`, `Index Scan using sales_pkey on sales`, `XN Subquery Scan a` or
 * `XN Seq Scan PartitionInfo of spectrum.sales`.
 */
const headOf = (head: string): Pick<PlanNode, 'operation' | 'target' | 'alias' | 'distribution' | 'onComputeNodes'> => {
  const onComputeNodes = /^XN\b/.test(head);
  const [distribution] = /\bDS_\w+/.exec(head) ?? [];
  const words = head.replace(/^(?:XN|LD)\s+/, '').replace(/\s*\bDS_\w+/, '');
  const [, operation = words, read] =
    /^((?:[^"]|"[^"]*")+?) on (\S.*)$/.exec(words) ??
    /^(.*? PartitionInfo) of (\S.*)$/.exec(words) ??
    /^(.*?\b(?:Scan|SecureScan)) (?!using )(\S.*)$/.exec(words) ??
    [];
  const named = read === undefined ? {} : namesOf(read);
  return { operation, ...named, ...(distribution !== undefined && { distribution }), onComputeNodes };
};

/** Parses a name, which can be in quotes and contain spaces. The alias or the location of a file follows it. */
const namesOf = (text: string): Pick<PlanNode, 'target' | 'alias'> => {
  const [target = text] = /^(?:"[^"]*"|[^\s"])+/.exec(text) ?? [];
  const [, alias] = /^ ("(?:[^"]|"")*"|[^\s:]+)(?: |$)/.exec(text.slice(target.length)) ?? [];
  // The parts of a set operation have numbers: `*SELECT* 1`.
  if (target === '*SELECT*') return { target: text };
  return { target, ...(alias !== undefined && { alias }) };
};
