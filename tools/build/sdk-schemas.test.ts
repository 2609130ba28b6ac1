import { expect, it } from 'vitest';

import { droppableSchemas, schemasAlone } from './sdk-schemas.ts';

const source = (...lines: readonly string[]): string =>
  [
    'const _I = "Id";',
    'const n0 = "com.amazonaws.example";',
    'import { TypeRegistry } from "@smithy/core/schema";',
    'import { Gone } from "../models/errors";',
    'const n0_registry = TypeRegistry.for(n0);',
    'export var Gone$ = [-3, n0, "Gone", { [_I]: 1 }, [], []];',
    'n0_registry.registerError(Gone$, Gone);',
    'export const errorTypeRegistries = [',
    '    n0_registry,',
    '];',
    ...lines,
  ].join('\n');

it('removes the registries of errors', () => {
  const schemas = schemasAlone(source());
  expect(schemas).toContain('export var Gone$ = [-3, n0, "Gone", { ["Id"]: 1 }, [], []];');
  expect(schemas).not.toMatch(/import|registry/i);
});

it('fails if the schemas use a removed name', () => {
  const text = source('export var Other$ = TypeRegistry.for("other").make(n0);');
  expect(() => schemasAlone(text)).toThrow(
    "The SDK's schemas still use TypeRegistry after the registries of errors were removed.",
  );
});

it('keeps the error class that the SDK retries because of its model', () => {
  const registered = 'n0_registry.registerError(IDPCommunicationErrorException$, IDPCommunicationErrorException);';
  expect(droppableSchemas(source(registered))).toContain(registered);
  expect(droppableSchemas(source())).not.toContain('registerError');
});
