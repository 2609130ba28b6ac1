/** The headings of a page that nothing follows but a heading of the same or a higher level, or the end. */
export const emptySections = (text: string): readonly string[] => {
  const lines = text
    .replace(/^```[\s\S]*?^```$/gm, 'code')
    .replace(/<!--[\s\S]*?-->/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.filter((line, index) => {
    const next = lines[index + 1];
    return levelOf(line) > 0 && (next === undefined || (levelOf(next) > 0 && levelOf(next) <= levelOf(line)));
  });
};

const levelOf = (line: string): number => /^(#{1,6}) /.exec(line)?.[1]?.length ?? 0;
