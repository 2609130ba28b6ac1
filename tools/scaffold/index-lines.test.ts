import { expect, it } from 'vitest';

import { withExport, withName } from './index-lines.ts';

const index = `export { a } from './a.js';
export {
  c,
  type C,
} from './c.js';
`;

it('adds a line in the order of files and does not change the other lines', () => {
  expect(withExport(index, "export { b } from './b.js';")).toBe(
    index.replace("'./a.js';\n", "'./a.js';\nexport { b } from './b.js';\n"),
  );
  expect(withExport(index, "export { d } from './d.js';")).toBe(`${index}export { d } from './d.js';\n`);
});

it('adds the first line to an empty index', () => {
  expect(withExport('export {};\n', "export { b } from './b.js';")).toBe("export { b } from './b.js';\n");
});

it('adds a name to the line of its module', () => {
  expect(withName(index, './c.js', 'd')).toBe("export { a } from './a.js';\nexport { d, c, type C } from './c.js';\n");
  expect(withName("export type { Vpc } from './vpc.js';\n", './vpc.js', 'vpc')).toBe(
    "export { vpc, type Vpc } from './vpc.js';\n",
  );
});

it('does not repeat a line', () => {
  expect(withExport(index, "export { a } from './a.js';")).toBe(index);
});
