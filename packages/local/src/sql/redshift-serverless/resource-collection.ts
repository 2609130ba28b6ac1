import { randomUUID } from 'node:crypto';
import { AwsError } from '../responses/aws-error.js';

export type Members = Readonly<Record<string, unknown>>;

/** Resources of one kind, by name. A change of state is completed by the first read, so that callers observe both states. */
export interface ResourceCollection {
  /** Creates a resource. Throws an error if the name exists. */
  create(members: Members, status: string): Members;
  /** Returns the resource whose name is in `request`. */
  get(request: Members): Members;
  /** Returns the resource whose name is in `request`, then completes its change of state. */
  read(request: Members): Members;
  readAll(): Members[];
  all(): Members[];
  update(request: Members): Members;
  remove(request: Members): Members;
  clear(): void;
}

/** Creates a collection. `kind` is the prefix of member names: `workgroup` has `workgroupName`, `workgroupId` and `workgroupArn`. */
export function resourceCollection(kind: string): ResourceCollection {
  const byName = new Map<string, Members>();
  const [nameMember, idMember, arnMember] = [`${kind}Name`, `${kind}Id`, `${kind}Arn`] as const;
  const nameOf = (request: Members): string => {
    const name = request[nameMember];
    if (typeof name === 'string' && /^[a-z0-9-]{3,64}$/.test(name)) return name;
    throw new AwsError('ValidationException', `${nameMember} must be 3–64 lower-case letters, digits and hyphens.`);
  };
  const get = (request: Members): Members => {
    const name = nameOf(request);
    const found = byName.get(name);
    if (found !== undefined) return found;
    throw new AwsError('ResourceNotFoundException', `The ${kind} ${name} does not exist.`, {
      status: 404,
      members: { resourceName: name },
    });
  };
  const save = (resource: Members): Members => {
    byName.set(nameOf(resource), resource);
    return resource;
  };
  const read = (request: Members): Members => {
    const resource = get(request);
    if (resource['status'] === 'DELETING') byName.delete(nameOf(resource));
    else save({ ...resource, status: 'AVAILABLE' });
    return resource;
  };
  const settled = (request: Members): Members => {
    const resource = get(request);
    if (resource['status'] === 'AVAILABLE') return resource;
    throw operationRunning(kind);
  };
  return {
    create(members, status) {
      const name = nameOf(members);
      if (byName.has(name)) throw conflict(`The ${kind} ${name} already exists.`);
      const id = randomUUID();
      const arn = `arn:aws:redshift-serverless:us-east-1:123456789012:${kind}/${id}`;
      return save({ ...members, [idMember]: id, [arnMember]: arn, status, creationDate: new Date().toISOString() });
    },
    get,
    read,
    readAll: () => [...byName.values()].map(read),
    all: () => [...byName.values()],
    update: (request) => save({ ...settled(request), ...request, status: 'MODIFYING' }),
    remove: (request) => save({ ...settled(request), status: 'DELETING' }),
    clear: () => byName.clear(),
  };
}

/** AWS's message for a resource that another operation is changing. */
export function operationRunning(kind: string): AwsError {
  return conflict(`There is an operation running on the ${kind}. Try again later.`);
}

function conflict(message: string): AwsError {
  return new AwsError('ConflictException', message, { status: 409 });
}
