import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

import type { FileCode, FolderCode } from '../../function-code.js';
import { bundleTypescript } from './bundle-typescript.js';
import { type CodeFile, codeFile, modes } from './code-file.js';
import { type FolderFiles, readFolder } from './read-folder.js';

/** The files that code is made of, and what was left out of them. */
export const filesOf = async (code: FileCode | FolderCode): Promise<FolderFiles> => {
  if ('file' in code) return { files: [await fileOf(code.file)], excluded: [] };
  const entry = await typescriptEntry(code.folder);
  // What lies beside it may be a workspace's node_modules, full of links that lead out: a bundle needs none of it.
  if (entry === undefined) return readFolder(code.folder, code.include);
  return { files: [await fileOf(entry)], excluded: [] };
};

const typescriptEntry = async (folder: string): Promise<string | undefined> => {
  const names = await readdir(folder);
  if (['index.js', 'index.mjs', 'index.cjs'].some((name) => names.includes(name))) return undefined;
  const entry = ['index.ts', 'index.mts', 'index.cts'].find((name) => names.includes(name));
  return entry && join(folder, entry);
};

const fileOf = async (path: string): Promise<CodeFile> => {
  const extension = extname(path);
  if (/^\.[cm]?ts$/.test(extension)) return codeFile('index.mjs', modes.file, await bundleTypescript(path));
  const name = /^\.[cm]?js$/.test(extension) ? `index${extension}` : basename(path);
  const { mode } = await stat(path);
  const isProgram = (mode & 0o100) !== 0 || name === 'bootstrap';
  return codeFile(name, isProgram ? modes.executable : modes.file, await readFile(path));
};
