import { expect, it } from 'vitest';

import { pageDescription } from './page-description.ts';

it('is the first sentence of a guide, without links and without a colon at its end', () => {
  const guide = '# Lists\n\n<!-- a mark -->\n\n| a |\n|---|\n\nA [list](lists.md) has\nitems, e.g. `a.b`. More.\n';
  expect(pageDescription('docs/lists.md', guide)).toBe('A list has items, e.g. `a.b`.');
  expect(pageDescription('docs/sql.md', '# SQL\n\nTwo packages run SQL:\n\n- one\n')).toBe('Two packages run SQL.');
});

it('is the decision of a decision', () => {
  const page = '# Undo\n\n**Context.** Sixteen functions undo.\n\n**Decision.** A task registers it. It is simple.\n';
  expect(pageDescription('docs/decisions/undo.md', page)).toBe('A task registers it.');
  const list = '# Sets\n\n**Context.** AWS has sets. Some are closed.\n\n**Decision.**\n\n- One.\n';
  expect(pageDescription('docs/decisions/sets.md', list)).toBe('AWS has sets.');
});

it('is the sentence of the resource and its functions on a page of the reference', () => {
  const functions = Array.from({ length: 9 }, (_, at) => `## call${at}\n\n\`\`\`ts signature\n\`\`\``);
  const page = [
    '# Key pairs\n\nImport from `@arch/compute`.',
    ...functions,
    '## Types\n\n### NewKeyPair\n\nA new one.\n\n### KeyPair\n\nA key pair. https://docs.aws.amazon.com/a.html',
  ].join('\n\n');
  expect(pageDescription('docs/reference/compute/ec2/key-pairs.md', page)).toBe(
    'A key pair. `call0`, `call1`, `call2`, `call3`, `call4`, `call5`, `call6`, `call7`, 1 more.',
  );
});

it('is the types of a page of the reference without functions', () => {
  const page =
    '# Call\n\nImport from `@arch/core`.\n\n## Types\n\n### ClientType\n\nA client class.\n\n### Other\n\nB.\n';
  expect(pageDescription('docs/reference/core/call.md', page)).toBe('`ClientType`, `Other`.');
});
