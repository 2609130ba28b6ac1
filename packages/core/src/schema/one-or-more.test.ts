import { expect, it } from 'vitest';

import { describeIssues, joinIssues } from './describe-issues.js';
import { oneOrMore } from './one-or-more.js';
import * as z from './z.js';

const states = ['pending', 'running', 'shutting-down', 'stopped'] as const;

const messageOf = (state: unknown): string => {
  const { error } = z.object({ state: oneOrMore(z.enum(states), 3) }).safeParse({ state });
  return error ? joinIssues(describeIssues(error.issues, { state }, { side: 'input', isSecret: () => false })) : '';
};

const all = '"pending", "running", "shutting-down" or "stopped"';

it.each([
  ['running', ''],
  [['running', 'stopped'], ''],
  ['runing', `state must be ${all.replace(' or', ',')} or a list (got "runing"): did you mean "running"?`],
  [['running', 'stoped'], `state[1] must be ${all} (got "stoped"): did you mean "stopped"?`],
  ['Running', `state must be ${all.replace(' or', ',')} or a list (got "Running"): did you mean "running"?`],
  ['elsewhere', `state must be ${all.replace(' or', ',')} or a list (got "elsewhere").`],
  [[], 'state must have at least 1 item (got a list of 0).'],
  [['running', 'running', 'running', 'running'], 'state must have at most 3 items (got a list of 4).'],
])('%o: %s', (state, message) => {
  expect(messageOf(state)).toBe(message);
});
