import { splitAt } from '../typescript-text/split.ts';
import { endOfBrackets } from '../typescript-text/tokens.ts';
import { callerSignature, typeArguments } from './code.ts';
import { inputMembers } from './input-members.ts';
import type { Entry } from './library.ts';
import { membersOf } from './members.ts';
import { find } from './sources.ts';

/** One way to call a function. */
export interface CallForm {
  /** e.g. `startInstance(input: string | StartInstanceInput, options?: CallOptions): Promise<InstanceStateChange>`. */
  readonly signature: string;
  /** The type of the input; `undefined` if the first parameter is something else. */
  readonly input: string | undefined;
}

/** How a function can be called. The type of a callable interface is its call signatures. */
export const callForms = (entry: Entry): readonly CallForm[] =>
  entry.declaration.types.flatMap((type) => expanded(entry.file, type)).flatMap((type) => formsOf(entry, type));

const expanded = (file: string, type: string): readonly string[] => {
  const found = /^[A-Z]\w*$/.test(type) ? find(file, type) : undefined;
  if (!found) return [type];
  if (found.declaration.kind === 'type') return found.declaration.types;
  const calls = membersOf(found.file, found.declaration).filter(({ name, method }) => name === '' && method);
  return calls.length > 0 ? calls.map((call) => call.type) : [type];
};

const formsOf = ({ name, file, info }: Entry, type: string): readonly CallForm[] => {
  const [form, input = '', output = '', final = ''] = typeArguments(type);
  const call = (signature: string): CallForm => ({ signature: `${name}${signature}`, input });
  if (form === 'Operation') return [call(`(input: ${input}, options?: CallOptions): Promise<${output}>`)];
  if (form === 'ListOperation') {
    const mark = inputMembers(file, input).every(({ optional }) => optional) ? '?' : '';
    return [call(`(input${mark}: ${input}, options?: CallOptions): Listing<${output}>`)];
  }
  if (form === 'StreamOperation') return [call(`(input: ${input}, options?: CallOptions): Stream<${output}>`)];
  if (form === 'Waiter') return [call(`(input: ${input}, options?: CallOptions & WaitOptions): Promise<${output}>`)];
  if (form === 'GoalWaiter') {
    return goalsOf(output).map(([goals, result]) =>
      call(`(input: ${input} & { state: ${goals} }, options?: CallOptions & WaitOptions): Promise<${result}>`),
    );
  }
  if (form === 'WaitableOperation') {
    return [
      call(`(input: ${input}, options?: CallOptions): Promise<${output}>`),
      call(`(input: ${input}, options: CallOptions & { wait: true | WaitOptions }): Promise<${final}>`),
    ];
  }
  if (!/^[(<]/.test(type)) return [{ signature: `${name}: ${type}`, input: undefined }];
  const signature = callerSignature(withResult(type));
  return [{ signature: `${name}${signature}`, input: info ? inputOf(signature) : undefined }];
};

/** The type of the parameter `input`, if it is the first. */
const inputOf = (signature: string): string | undefined => {
  const start = signature.search(/\(input\??: /);
  if (start < 0) return undefined;
  const [first] = splitAt(signature.slice(start + 1, endOfBrackets(signature, start) - 1), ',');
  return first.replace(/^input\??: /, '');
};

/** The outputs of a wait that depend on its goal, each with the goals that have it: `{ available: A; deleted: void }`. */
export const goalsOf = (outputs: string): readonly (readonly [goals: string, output: string])[] => {
  const members = outputs
    .slice(1, -1)
    .split(';')
    .filter((each) => each.trim() !== '');
  const pairs = members.map((each) => each.split(':').map((part) => part.trim()));
  const byOutput = Map.groupBy(pairs, ([, output = '']) => output);
  return [...byOutput].map(([output, all]) => [
    all.map(([goal = '']) => `'${goal.replaceAll("'", '')}'`).join(' | '),
    output,
  ]);
};

/** A function type as a function is declared: `(a: A) => B` as `(a: A): B`. */
const withResult = (type: string): string => {
  const [parameters, result] = splitAt(type, '=>');
  return result === undefined ? type : `${parameters.trim()}: ${result.trim()}`;
};
