/** Returns a number of rows as text: `1 row`, `8,798 rows`. */
export const countText = (rows: number): string => `${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}`;

/** Returns a size as text: `about 185 KB`. */
export const sizeText = (bytes: number): string => {
  const power = bytes < 1_000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
  const unit = ['bytes', 'KB', 'MB', 'GB', 'TB'][power];
  return `about ${Math.round(bytes / 1_000 ** power)} ${unit}`;
};

/** Returns an expression in quotation marks, with at most 120 characters. */
export const inQuotes = (expression: string): string =>
  `“${expression.length > 120 ? `${expression.slice(0, 117)}…` : expression}”`;
