import { expect, it } from 'vitest';

import { withPureMarks } from './pure-marks.ts';

const marked = (source: string): string => withPureMarks('stop.ts', source);

it('marks declarations, with types of any form', () => {
  const source = 'export const stop: Operation<{ a: 1 }, (b: string) => void> = operation<Input>(() => ({ a: b() }));';
  expect(marked(source)).toBe(source.replace('operation<', '/* @__PURE__ */ operation<'));
  expect(marked('const retry = task(() => 1) as never;')).toBe('const retry = /* @__PURE__ */ task(() => 1) as never;');
});

it('marks the rules of error tables, nested ones too', () => {
  expect(marked("const errors = { A: inParent(notFound('box'), 'b'), B: [conflict()] };")).toBe(
    "const errors = { A: /* @__PURE__ */ inParent(/* @__PURE__ */ notFound('box'), 'b'), B: [/* @__PURE__ */ conflict()] };",
  );
});

it('leaves other calls, methods of the same name, texts and what runs later', () => {
  for (const source of [
    'const client = connect();',
    'const rule = table.conflict();',
    "const text = 'const a = operation()';",
    'const later = () => operation(() => 1);',
    '// const a = task();',
  ])
    expect(marked(source)).toBe(source);
});
