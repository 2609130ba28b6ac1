import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

import type { FileCode, FolderCode } from '../../function-code.js';
import { bundleTypescript } from './bundle-typescript.js';
import { type CodeFile, codeFile, modes } from './code-file.js';
import { type FolderFiles, readFolder } from './read-folder.js';

/** Returns the files of the code, and the names of excluded files. */
export const filesOf = async (code: FileCode | FolderCode): Promise<FolderFiles> => {
  if ('file' in code) return { files: [await fileOf(code.file)], excluded: [] };
  const entry = await typescriptEntry(code.folder);
  // A bundle requires no other file of the folder. The node_modules of a workspace contain links to paths outside.
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
  const isExecutable = (mode & 0o100) !== 0 || name === 'bootstrap';
  return codeFile(name, isExecutable ? modes.executable : modes.file, await readFile(path));
};
