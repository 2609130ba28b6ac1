/** What an example may name without making it: an event, and IDs, ARNs, URLs and names as texts that earlier calls have returned. */
export const givenIn = (example: string): string => {
  const words = example.match(/(?<![.\w'-])(?:event|[a-z]\w*(?:Ids?|Arn|Url|Name|Handle))\b(?!['(])/g);
  const isMade = (name: string): boolean =>
    new RegExp(`(?:const|let) [^;=]*\\b${name}\\b[^;=]*=|\\b${name}: |\\(\\{[^()]*\\b${name}\\b[^()]*\\}\\) =>`).test(
      example,
    );
  const typeOf = (name: string): string =>
    name === 'event' ? 'unknown' : name.endsWith('Ids') ? 'string[]' : 'string';
  return [...new Set(words)]
    .filter((name) => !isMade(name))
    .map((name) => `const ${name}: ${typeOf(name)} = null!; `)
    .join('');
};
