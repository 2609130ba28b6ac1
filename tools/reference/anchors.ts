/** The anchor that GitHub gives to a heading. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/** Makes the anchors that GitHub gives to the headings of one page, in their order. */
export const anchorMaker = (): ((heading: string) => string) => {
  const used = new Map<string, number>();
  return (heading) => {
    const slug = anchorOf(heading);
    const count = used.get(slug) ?? 0;
    used.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  };
};
