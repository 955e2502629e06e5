import * as v from 'valibot';
import { ScenarioError } from '../../scenario/types.ts';
import { checkSize } from './limits.ts';
import { PROTOCOL, type Request, type RequestId } from './protocol.ts';
import { requestKinds, requests } from './requests.ts';

const LONGEST_ID = 100;

function member(message: object, name: string): unknown {
  return Object.hasOwn(message, name) ? (message as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** Whether a message is meant for the lab: frames hear much else, of extensions and of other scripts. */
export function isOurs(message: unknown): message is object {
  return typeof message === 'object' && message !== null && Object.hasOwn(message, 'lab');
}

/** The id that an answer bears; null where there is none that could be told again. */
export function idOf(message: object): RequestId | null {
  const id = member(message, 'id');
  if (typeof id === 'string') return id.length <= LONGEST_ID ? id : null;
  return Number.isSafeInteger(id) ? (id as number) : null;
}

/** Reads a request. @throws ScenarioError that names the member, what stood there, and what was expected */
export function parseRequest(message: object): Request {
  checkSize(message);
  const version = member(message, 'lab');
  if (version !== PROTOCOL)
    throw new ScenarioError('lab', version, `${PROTOCOL}, the version of the protocol`);
  const id = idOf(message);
  if (id === null)
    throw new ScenarioError(
      'id',
      member(message, 'id'),
      `a whole number or a text of at most ${LONGEST_ID} characters`,
    );
  const asked = member(message, 'kind');
  const kind = requestKinds.find((one) => one === asked);
  if (kind === undefined) throw new ScenarioError('kind', asked, `one of ${requestKinds.join(', ')}`);
  const { lab: _lab, id: _id, kind: _kind, ...rest } = message as Readonly<Record<string, unknown>>;
  const { entries } = requests[kind];
  const unknown = Object.keys(rest).find((name) => !Object.hasOwn(entries, name));
  if (unknown !== undefined) {
    const names = Object.keys(entries);
    throw new ScenarioError(
      unknown === '' ? kind : unknown.slice(0, LONGEST_ID),
      rest[unknown],
      names.length === 0 ? `nothing beside kind '${kind}'` : `one of ${names.join(', ')}`,
    );
  }
  // What is left out is checked as undefined, so that it is told what was expected.
  const all = { ...Object.fromEntries(Object.keys(entries).map((name) => [name, undefined])), ...rest };
  const parsed = v.safeParse(v.object(entries as v.ObjectEntries), all);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const place = issue.path?.map(({ key }) => String(key)).join('.') ?? kind;
    throw new ScenarioError(place, issue.input, issue.message);
  }
  return { lab: PROTOCOL, id, kind, ...parsed.output } as Request;
}
