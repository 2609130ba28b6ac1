import type { CheckedType } from '../schema/value-types.js';
import { input, type InputFields } from './read-input.js';

/** Declares the members of an input; members that are not named are refused. `aws` is accepted in addition: further members in AWS's words. */
export const defineInput: <Input extends object>(fields: InputFields<Input>) => CheckedType<Input> = input as never;
