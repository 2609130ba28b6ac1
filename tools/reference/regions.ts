/** Finds the text for a region, by what its opening mark says: `operations`, `file examples/compute/print-policy.ts`. */
export type RegionText = (request: string) => string;

const region = /^<!-- generated: (.+?) -->\n[\s\S]*?^<!-- end -->$/gm;

/**
 * Fills the marked regions of a page:
 *
 *     <!-- generated: packages -->
 *     …
 *     <!-- end -->
 */
export const fillRegions = (page: string, textOf: RegionText): string => {
  const opened = page.match(/^<!-- generated: .+? -->$/gm)?.length ?? 0;
  if (opened !== (page.match(region)?.length ?? 0)) throw new Error('a region has no <!-- end --> of its own');
  return page.replace(
    region,
    (_, request: string) => `<!-- generated: ${request} -->\n\n${textOf(request).trim()}\n\n<!-- end -->`,
  );
};
