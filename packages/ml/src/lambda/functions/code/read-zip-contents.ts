/** The contents of a .zip file. */
export interface ZipContents {
  readonly names: readonly string[];
  /** Unzipped size in bytes. */
  readonly sizeBytes: number;
}

/** Reads the directory of a .zip file without unzipping it. Throws for an invalid .zip file. */
export const readZipContents = async (zip: Uint8Array): Promise<ZipContents> => {
  const { unzipSync } = await import('fflate/browser');
  const names: string[] = [];
  let sizeBytes = 0;
  unzipSync(zip, {
    filter: ({ name, originalSize }) => {
      names.push(name);
      sizeBytes += originalSize;
      return false;
    },
  });
  return { names, sizeBytes };
};
