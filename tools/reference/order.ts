import type { Entry } from './library.ts';

/** How a function is sorted on its page: what makes a resource first, what waits for it last. */
const groups: readonly (readonly [name: string, test: (entry: Entry) => boolean])[] = [
  ['wait', ({ info }) => info?.kind === 'waiter'],
  [
    'create',
    ({ name }) =>
      /^(create|run(?!Spark|Query)|allocate|import|register|copy|restore|put|publish|sendMessage)/.test(name),
  ],
  ['list', ({ name, info }) => info?.kind === 'listing' || /^list/.test(name)],
  ['describe', ({ name }) => /^(describe|get|head|find)/.test(name)],
  ['delete', ({ name }) => /^(delete|terminate|deregister|remove|release)/.test(name)],
  ['task', ({ info }) => info === undefined || /^(task|stream|consumer)$/.test(info.kind)],
  ['change', () => true],
];
const order = ['create', 'describe', 'list', 'change', 'delete', 'task', 'wait'];

const rankOf = (entry: Entry): number => order.indexOf(groups.find(([, test]) => test(entry))?.[0] ?? 'change');

/** Functions in the order create, describe, list, change, delete, tasks, waits; within a group by name. */
export const inOrder = (functions: readonly Entry[]): readonly Entry[] =>
  functions.toSorted((one, other) => rankOf(one) - rankOf(other) || one.name.localeCompare(other.name, 'en'));
