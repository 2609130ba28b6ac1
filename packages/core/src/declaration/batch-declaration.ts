/** How AWS takes many resources in one request, and how its answer is dealt out. */
export interface BatchDeclaration<Answer> {
  /** IDs in one request at most. */
  readonly limit: number;
  /** AWS's request member that takes the list, e.g. `InstanceIds`. */
  readonly ids: string;
  /** The answer's items. Without it, AWS answers nothing: the request as a whole has succeeded. */
  readonly items?: (answer: Answer) => readonly unknown[] | undefined;
  /** The member of an item that says which it is, e.g. `InstanceId`. */
  readonly id?: string;
}
