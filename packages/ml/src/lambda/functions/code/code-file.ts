/** A file to be packed into a .zip file. */
export interface CodeFile {
  /** Path of the file, with `/`. */
  readonly name: string;
  /** Unix file mode: type and permissions, e.g. `0o100644`. */
  readonly mode: number;
  readonly sizeBytes: number;
  readonly read: () => Promise<Uint8Array>;
}

/** Lambda runs the code as another user. Without read permission for others, a function fails at its start. */
export const modes: Readonly<Record<'file' | 'executable' | 'link', number>> = {
  file: 0o100644,
  executable: 0o100755,
  link: 0o120777,
};

/** Returns a file with the given bytes. */
export const codeFile = (name: string, mode: number, bytes: Uint8Array): CodeFile => ({
  name,
  mode,
  sizeBytes: bytes.length,
  read: async () => bytes,
});
