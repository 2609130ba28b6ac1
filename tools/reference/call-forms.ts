import { callerSignature, typeArguments } from './code.ts';
import { inputMembers, membersOfLiteral } from './input-members.ts';
import type { Entry } from './library.ts';
import { membersOf } from './members.ts';
import { find } from './sources.ts';

/** One way to call a function. */
export interface CallForm {
  /** e.g. `startInstance(input: string | StartInstanceInput, options?: CallOptions): Promise<InstanceStateChange>`. */
  readonly signature: string;
  /** The type of the input; `undefined` if the first parameter is something else. */
  readonly input: string | undefined;
  /** e.g. `Promise<InstanceStateChange>`; `''` for a value that is not a function. */
  readonly result: string;
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
  const call = (parameters: string, result: string): CallForm => ({
    signature: `${name}(${parameters}): ${result}`,
    input,
    result,
  });
  if (form === 'Operation') return [call(`input: ${input}, options?: CallOptions`, `Promise<${output}>`)];
  if (form === 'ListOperation') {
    const mark = inputMembers(file, input).every(({ optional }) => optional) ? '?' : '';
    return [call(`input${mark}: ${input}, options?: CallOptions`, `Listing<${output}>`)];
  }
  if (form === 'StreamOperation') return [call(`input: ${input}, options?: CallOptions`, `Stream<${output}>`)];
  if (form === 'Waiter') return [call(`input: ${input}, options?: CallOptions & WaitOptions`, `Promise<${output}>`)];
  if (form === 'GoalWaiter') {
    return goalsOf(output).map(([goals, result]) =>
      call(`input: ${input} & { state: ${goals} }, options?: CallOptions & WaitOptions`, `Promise<${result}>`),
    );
  }
  if (form === 'WaitableOperation') {
    return [
      call(`input: ${input}, options?: CallOptions`, `Promise<${output}>`),
      call(`input: ${input}, options: CallOptions & { wait: true | WaitOptions }`, `Promise<${final}>`),
    ];
  }
  if (!/^[(<]/.test(type)) return [{ signature: `${name}: ${type}`, input: undefined, result: '' }];
  const { text, parameters, result } = callerSignature(type);
  const first = info ? /^input\??: (.+)$/s.exec(parameters[0] ?? '')?.[1] : undefined;
  return [{ signature: `${name}${text}`, input: first, result }];
};

/** The outputs of a wait that depend on its goal, each with the goals that have it: `{ available: A; deleted: void }`. */
export const goalsOf = (outputs: string): readonly (readonly [goals: string, output: string])[] => {
  const byOutput = Map.groupBy(membersOfLiteral(outputs), ({ type }) => type);
  return [...byOutput].map(([output, all]) => [all.map(({ name }) => `'${name}'`).join(' | '), output]);
};
