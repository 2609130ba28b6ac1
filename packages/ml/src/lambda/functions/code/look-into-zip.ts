/** What a .zip file holds. */
export interface ZipContents {
  readonly names: readonly string[];
  /** Unzipped. */
  readonly sizeBytes: number;
}

/** Reads the table of a .zip file and unpacks nothing; throws where it is none. */
export const lookIntoZip = async (zip: Uint8Array): Promise<ZipContents> => {
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
