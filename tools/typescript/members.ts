import type { ClassBody, ClassElement, PropertyKey, TSInterfaceBody, TSSignature, TSTypeAnnotation } from 'oxc-parser';

import type { DocComment } from './doc-comment.ts';
import type { SourceText } from './source-text.ts';

/** A member of an interface or class. */
export interface Member {
  /** Its name; `''` for a call signature, `new` for a construct signature. */
  readonly name: string;
  readonly optional: boolean;
  /** The parameters and the result of a method. */
  readonly type: string;
  readonly method: boolean;
  readonly doc: DocComment;
}

/** Reads the public members of an interface or class. */
export const membersIn = ({ body }: TSInterfaceBody | ClassBody, texts: SourceText): readonly Member[] =>
  body.flatMap((member) => readMember(member, texts) ?? []);

const readMember = (member: TSSignature | ClassElement, texts: SourceText): Member | undefined => {
  const doc = texts.docOf(member);
  const called = (name: string, type: string): Member => ({ name, optional: false, type, method: true, doc });
  if (member.type === 'TSCallSignatureDeclaration') return called('', texts.signatureOf(member));
  if (member.type === 'TSConstructSignatureDeclaration')
    return called('new', texts.signatureOf({ ...member, start: member.start + 'new'.length }));
  if (!('key' in member) || member.computed || member.static || isHidden(member.accessibility)) return undefined;
  const name = nameOf(member.key);
  const type = typeOf(member, texts);
  return name !== undefined && type ? { name, optional: member.optional === true, doc, ...type } : undefined;
};

type Named = Extract<TSSignature | ClassElement, { readonly key: PropertyKey }>;

const typeOf = (member: Named, { textOf, signatureOf }: SourceText): Pick<Member, 'type' | 'method'> | undefined => {
  const typed = (annotation: TSTypeAnnotation | null | undefined) =>
    annotation ? { type: textOf(annotation.typeAnnotation), method: false } : undefined;
  if (!('kind' in member)) return typed(member.typeAnnotation);
  const declared = 'value' in member ? member.value : { ...member, start: member.key.end };
  if (member.kind === 'get') return typed(declared.returnType);
  return member.kind === 'method' ? { type: signatureOf(declared), method: true } : undefined;
};

const isHidden = (accessibility: string | null | undefined): boolean =>
  accessibility === 'private' || accessibility === 'protected';

/** Names like `~standard` mark members that only other libraries use. */
const nameOf = (key: PropertyKey): string | undefined => {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' && /^[^~]/.test(String(key.value)) ? String(key.value) : undefined;
};
