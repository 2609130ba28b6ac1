/** Links between the pages of a site that lead to no page, or to no heading of it. Pages are HTML by their path, e.g. `errors`. */
export const deadAnchors = (pages: ReadonlyMap<string, string>): readonly string[] => {
  const idsOf = new Map([...pages].map(([path, html]) => [path, new Set(matches(html, / id="([^"]+)"/g))]));
  return [...pages].flatMap(([path, html]) => {
    const links = new Set(matches(html, /<a[^>]* href="([^"]*)"/g));
    return [...links]
      .filter((link) => {
        if (!/^[/#]/.test(link)) return false;
        const [target = '', anchor] = decodeURIComponent(link).split('#');
        if (/\.(md|txt)$/.test(target)) return false;
        const page = target === '' ? path : target.slice(1).replace(/\.html$/, '');
        const ids = idsOf.get(page === '' || page.endsWith('/') ? `${page}index` : page);
        return ids === undefined || (anchor !== undefined && anchor !== '' && !ids.has(anchor));
      })
      .map((link) => `${path}: ${link}`);
  });
};

const matches = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);
