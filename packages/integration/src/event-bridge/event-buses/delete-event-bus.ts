import {
  type AwsInput,
  conflict,
  input,
  noOutput,
  operation,
  type Operation,
  whenMessage,
  z,
} from '@arch/core/builder';
import { eventBridge } from '@arch/services/event-bridge';
import { DeleteEventBusCommand } from '@aws-sdk/client-eventbridge';

export interface DeleteEventBusInput extends AwsInput {
  /** Name of the event bus. */
  readonly name: string;
}

/**
 * Deletes an event bus without rules. The call also succeeds if the event bus does not exist.
 *
 * @example
 * for await (const rule of listRules({ eventBusName: 'shop' })) await deleteRule(rule);
 * await deleteEventBus('shop');
 * @throws {ConflictError} the event bus has rules, or another request is changing it.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DeleteEventBus.html
 */
export const deleteEventBus: Operation<string | DeleteEventBusInput, void, { on: 'eventBusName' }> = operation(() => ({
  name: 'deleteEventBus',
  service: eventBridge,
  command: DeleteEventBusCommand,
  permissions: [{ action: 'events:DeleteEventBus', resources: ['event-bus'] }],
  key: 'name',
  input: input<DeleteEventBusInput>({
    name: z
      .string()
      .check(
        z.regex(/^(?!default$)[/.\-\w]{1,256}$/, '1–256 letters, digits, /, ., - and _; default cannot be deleted'),
      ),
  }),
  output: noOutput(),
  deletes: true,
  errors: {
    ValidationException: whenMessage(
      /has rules/,
      conflict({ resource: 'event bus', member: 'name', remedy: 'Delete its rules first.' }),
    ),
  },
}));
