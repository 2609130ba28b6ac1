import { checkFolderOrder } from './check-folder-order.ts';
import { checkFolders } from './check-folders.ts';
import { checkImportsDoNothing } from './check-imports-do-nothing.ts';
import { checkNames } from './check-names.ts';
import { checkTests } from './check-tests.ts';
import type { SourceFile } from './source-file.ts';

const checks = [checkNames, checkFolders, checkFolderOrder, checkTests, checkImportsDoNothing];

/** Returns the deviations from the house style, one per line. */
export const structureProblems = (files: readonly SourceFile[]): readonly string[] =>
  checks.flatMap((check) => check(files)).sort();
