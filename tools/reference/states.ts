import { linkedCode, type LinkTo } from './code.ts';
import type { Entry } from './library.ts';
import type { Page } from './pages.ts';

/** The states of a resource and the calls that wait for them, as their declarations say. */
export const renderStates = (page: Page, linkTo: LinkTo): string | false => {
  const lists = [...page.types, ...page.values].filter(({ name }) => /States$/.test(name)).flatMap(statesIn);
  const edges = page.functions.flatMap(({ name, info }) => goalsIn(info?.declaration).map((goal) => [name, goal]));
  if (lists.length === 0) return false;
  return [
    '## States',
    ...lists.map(({ name, text, states }) => {
      const typeName = `${name.charAt(0).toUpperCase()}${name.slice(1, -1)}`;
      const shown = states.map((state) => `\`${state}\``).join(', ');
      return `${linkTo(typeName) === undefined ? `\`${typeName}\`` : linkedCode(typeName, linkTo)}: ${shown}.${text ? ` ${text}` : ''}`;
    }),
    edges.length > 0 && 'With `wait`, a function resolves when the resource reaches this state:',
    edges.length > 0 && diagram(edges),
  ]
    .filter(Boolean)
    .join('\n\n');
};

const statesIn = ({ name, declaration: { values, doc } }: Entry) =>
  values ? [{ name, text: doc.text, states: values.map((each) => each.replaceAll("'", '')) }] : [];

/** The goals in the `wait` of a declaration: `waitForInstance({ instanceId, state: 'running' }, options)`. */
const goalsIn = (declaration: object | undefined): readonly string[] => {
  const { wait } = (declaration ?? {}) as { readonly wait?: unknown };
  if (typeof wait !== 'function') return [];
  const goals = [...String(wait).matchAll(/\bstate: ['"]([\w-]+)['"]/g)].map(([, goal = '']) => goal);
  return [...new Set(goals)];
};

const diagram = (edges: readonly (readonly string[])[]): string => {
  const nodes = new Map([...new Set(edges.map(([, goal = '']) => goal))].map((goal, index) => [goal, `s${index}`]));
  return [
    '```mermaid',
    'flowchart LR',
    ...edges.map(([name = '', goal = '']) => `  ${name}([${name}]) --> ${nodes.get(goal)}[${goal}]`),
    '```',
  ].join('\n');
};
