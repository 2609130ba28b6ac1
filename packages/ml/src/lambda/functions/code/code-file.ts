/** One file that goes into a .zip file. */
export interface CodeFile {
  /** Its path, with `/`. */
  readonly name: string;
  /** Type and permissions as Unix has them, e.g. `0o100644`. */
  readonly mode: number;
  readonly sizeBytes: number;
  readonly read: () => Promise<Uint8Array>;
}

/** Lambda runs code as a user of its own: without the right of others to read it, a function fails when it starts. */
export const modes: Readonly<Record<'file' | 'executable' | 'link', number>> = {
  file: 0o100644,
  executable: 0o100755,
  link: 0o120777,
};

/** A file whose bytes are known. */
export const codeFile = (name: string, mode: number, bytes: Uint8Array): CodeFile => ({
  name,
  mode,
  sizeBytes: bytes.length,
  read: async () => bytes,
});
