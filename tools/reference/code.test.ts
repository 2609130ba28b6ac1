import { expect, it } from 'vitest';

import { callerSignature, linkedCode, typeArguments } from './code.ts';

it('links the types that are documented, and keeps the rest as code', () => {
  const linkTo = (name: string): string | undefined => (name === 'Instance' ? '#instance' : undefined);
  expect(linkedCode('readonly Instance[]', linkTo)).toBe('`readonly` [`Instance`](#instance)`[]`');
  expect(linkedCode('Promise<Date>', linkTo)).toBe('`Promise<Date>`');
});

it('writes a signature as callers see it', () => {
  expect(
    callerSignature("<A extends object>({ a = '(' }: FakeOptions = {}, retry = true, ...rest: A[]): Promise<A>"),
  ).toEqual({
    text: '<A extends object>(options?: FakeOptions, retry?: boolean, ...rest: A[]): Promise<A>',
    parameters: ['options?: FakeOptions', 'retry?: boolean', '...rest: A[]'],
    result: 'Promise<A>',
  });
});

it('takes a type apart', () => {
  expect(typeArguments("WaitableOperation<string | A, Omit<B, 'x'>, C>")).toEqual([
    'WaitableOperation',
    'string | A',
    "Omit<B, 'x'>",
    'C',
  ]);
  expect(typeArguments('Instance')).toEqual(['Instance']);
});
