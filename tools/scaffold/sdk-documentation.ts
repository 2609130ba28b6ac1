import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { declarationsOf } from '../typescript/declarations.ts';

/** The information about a member in the SDK's declarations, in addition to its runtime schema. */
export interface DocumentedMember {
  readonly required: boolean;
  /** e.g. `HttpTokensState`. */
  readonly type: string;
  /** AWS's text without markup. */
  readonly text: string;
}

/** Returns the documented members of one of the SDK's structures. */
export const documentedMembers = (folder: string, structure: string): ReadonlyMap<string, DocumentedMember> => {
  for (const file of globSync('dist-types/models/models_*.d.ts', { cwd: folder })) {
    const source = readFileSync(join(folder, file), 'utf8');
    const start = source.indexOf(`export interface ${structure} `);
    if (start < 0) continue;
    // One interface of a file with thousands: it ends with the first line that begins with a bracket.
    const [declaration] = declarationsOf(source.slice(start, source.indexOf('\n}', start) + 2));
    return new Map(
      (declaration?.members ?? []).map(({ name, optional, type, doc }) => [
        name,
        { required: !optional, type: type.replace(/ \| undefined$/, ''), text: plainText(doc.text) },
      ]),
    );
  }
  return new Map();
};

/** Returns AWS's description of an operation. */
export const operationText = (folder: string, operation: string): string => {
  const file = join(folder, 'dist-types/commands', `${operation}Command.d.ts`);
  const source = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const start = source.lastIndexOf('/**', source.indexOf('export declare class'));
  const comment = source.slice(start, source.indexOf('\n * @', start));
  return plainText(comment.replace(/^\/\*\*|^ \* ?/gm, ''));
};

const plainText = (html: string): string =>
  html
    .replace(/<code>\s*([^<]*?)\s*<\/code>/g, '`$1`')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
