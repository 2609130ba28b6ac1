import type { Dirent } from 'node:fs';
import { readdir, readFile, readlink, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

import { type CodeFile, codeFile, modes } from './code-file.js';

/** What is no part of the code, and may hold what is nobody's business. */
const leftOut = /^(?:\.git|\.DS_Store|\.env(?:\..*)?)$/;

/** Finds all files of a folder, in an order of their own; throws a sentence about what cannot be packed. */
export const readFolder = async (folder: string): Promise<readonly CodeFile[]> => {
  const root = await realpath(folder);
  const found: CodeFile[] = [];
  const walk = async (inner: string): Promise<void> => {
    for (const entry of await readdir(inner, { withFileTypes: true })) {
      if (leftOut.test(entry.name)) continue;
      if (entry.isDirectory()) await walk(join(inner, entry.name));
      else found.push(await toCodeFile(root, join(inner, entry.name), entry));
    }
  };
  await walk(root);
  return found.sort((one, other) => (one.name < other.name ? -1 : 1));
};

const toCodeFile = async (root: string, path: string, entry: Dirent): Promise<CodeFile> => {
  const name = slashed(relative(root, path));
  if (entry.isSymbolicLink()) return toLink(root, path, name);
  if (!entry.isFile()) throw new Error(`${name} in it is neither a file nor a folder`);
  const { mode, size: sizeBytes } = await stat(path);
  // Not every file system knows which files are programs; of this one Lambda does.
  const isProgram = (mode & 0o100) !== 0 || name === 'bootstrap';
  return { name, mode: isProgram ? modes.executable : modes.file, sizeBytes, read: () => readFile(path) };
};

/** A link stays one, which Lambda understands: what pnpm installs does not work without. */
const toLink = async (root: string, path: string, name: string): Promise<CodeFile> => {
  const target = await realpath(path).catch(() => undefined);
  if (target === undefined) throw new Error(`${name} in it is a link that leads nowhere, to ${await readlink(path)}`);
  if (target !== root && !target.startsWith(root + sep))
    throw new Error(`${name} in it is a link that leads out of the folder, to ${target}`);
  const inner = slashed(relative(dirname(path), target)) || '.';
  return codeFile(name, modes.link, Buffer.from(inner));
};

const slashed = (path: string): string => path.split(sep).join('/');
