import type { SourceFile } from './source-file.ts';

const declared =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) ([\w$]+)/;

/** Returns the names that a source exports with a declaration or a list; `*` for `export *`. */
export const exportedNames = ({ statements }: Pick<SourceFile, 'statements'>): readonly string[] =>
  statements.flatMap(({ text }) => {
    const [, name] = declared.exec(text) ?? [];
    if (name !== undefined) return [name];
    if (/^export (?:type )?\*/.test(text)) return [/^export \* as (\w+)/.exec(text)?.[1] ?? '*'];
    const [, list] = /^export (?:type )?\{([^}]*)\}/.exec(text) ?? [];
    return (list ?? '')
      .split(',')
      .map((entry) =>
        entry
          .trim()
          .replace(/^type /, '')
          .replace(/^.* as /, ''),
      )
      .filter(Boolean);
  });
