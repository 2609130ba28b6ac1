import type { Class, Declaration as Declared, Expression, Statement, VariableDeclarator } from 'oxc-parser';

import type { Declaration } from './declarations.ts';
import { membersIn } from './members.ts';
import type { SourceText } from './source-text.ts';

type Read = Pick<Declaration, 'kind' | 'name' | 'types'> & Partial<Declaration>;

/** Reads what a statement declares, without its documentation comment. */
export const readDeclarations = (declared: Declared | Statement, texts: SourceText): readonly Read[] => {
  switch (declared.type) {
    case 'VariableDeclaration':
      return declared.kind === 'const' ? declared.declarations.flatMap((each) => readConstant(each, texts)) : [];
    case 'FunctionDeclaration':
    case 'TSDeclareFunction': {
      const { id } = declared;
      const types = id ? [texts.signatureOf({ ...declared, start: id.end })] : [];
      return id ? [{ kind: 'function', name: id.name, types }] : [];
    }
    case 'TSTypeAliasDeclaration': {
      const types = [texts.codeOf(declared.typeAnnotation)];
      return [{ kind: 'type', name: declared.id.name, types, parameters: parametersOf(declared) }];
    }
    case 'TSInterfaceDeclaration': {
      const { id, extends: bases, body } = declared;
      const read = { parameters: parametersOf(declared), bases: bases.map(texts.textOf), types: [] };
      return [{ ...read, kind: 'interface', name: id.name, members: membersIn(body, texts) }];
    }
    case 'ClassDeclaration':
      return readClass(declared, texts);
    default:
      return [];
  }
};

const readConstant = ({ id, init }: VariableDeclarator, texts: SourceText): readonly Read[] => {
  if (id.type !== 'Identifier') return [];
  const annotation = id.typeAnnotation?.typeAnnotation;
  const signature = init?.type === 'ArrowFunctionExpression' ? texts.signatureOf(init) : '';
  return [
    {
      kind: 'const',
      name: id.name,
      types: [annotation ? texts.textOf(annotation) : signature],
      values: init ? elementsOf(init, texts) : undefined,
    },
  ];
};

/** The elements of `['a', 'b'] as const`. */
const elementsOf = (value: Expression, { textOf }: SourceText): readonly string[] | undefined => {
  if (value.type !== 'TSAsExpression' || value.expression.type !== 'ArrayExpression') return undefined;
  return value.expression.elements.flatMap((element) => (element ? [textOf(element)] : []));
};

const readClass = (declared: Class, texts: SourceText): readonly Read[] => {
  const { id, superClass, superTypeArguments, body } = declared;
  const base = superClass && { start: superClass.start, end: (superTypeArguments ?? superClass).end };
  const read = { parameters: parametersOf(declared), bases: base ? [texts.textOf(base)] : [], types: [] };
  return id ? [{ ...read, kind: 'class', name: id.name, members: membersIn(body, texts) }] : [];
};

const parametersOf = ({ typeParameters }: Pick<Class, 'typeParameters'>): readonly string[] =>
  typeParameters?.params.map(({ name }) => name.name) ?? [];
