import { ScenarioError } from '../../scenario/types.ts';
import { MOST_WAITING, Pace } from './limits.ts';
import { idOf, isOurs, parseRequest } from './parse.ts';
import type { Mail, Post } from './post.ts';
import {
  PROTOCOL,
  type Answers,
  type Refused,
  type Reply,
  type Request,
  type RequestId,
  type RequestKind,
} from './protocol.ts';
import { oddOf, Refusal } from './refusal.ts';
import { requests, standingOf, type Handler, type Hands } from './requests.ts';

/** A request that waits, or what is wrong with it: errors keep their place in the order, too. */
type Waiting =
  | { readonly id: RequestId; readonly request: Request }
  | { readonly id: RequestId | null; readonly error: ScenarioError };

/**
 * Answers a page's requests one after the other, in the order in which they came, from the moment that the lab is ready.
 * Of values for one parameter that wait behind each other, the last one is set, and of places to seek the last one is sought.
 */
export class Host {
  private readonly post: Post;
  private readonly hands: Hands;
  private readonly pace: Pace;
  private readonly waiting: Waiting[] = [];
  private working = false;
  private isReady = false;

  constructor(post: Post, hands: Hands, now: () => number) {
    this.post = post;
    this.hands = hands;
    this.pace = new Pace(now);
  }

  /** The lab has opened what its address names, or told why it could not: from now on it answers. */
  ready(): void {
    this.isReady = true;
    this.send({ lab: PROTOCOL, id: null, kind: 'ready', ...this.hands.ready() });
    void this.work();
  }

  /** Takes a message. Of what is not meant for the lab, or comes from elsewhere, nothing is said. */
  receive(mail: Mail): void {
    if (!isOurs(mail.data) || !this.post.hears(mail)) return;
    const id = idOf(mail.data);
    try {
      this.pace.take();
      if (this.waiting.length >= MOST_WAITING)
        throw new ScenarioError('waiting', this.waiting.length, `at most ${MOST_WAITING} requests that wait`);
    } catch (error) {
      this.refuse(id, error);
      return;
    }
    this.waiting.push(this.read(mail.data, id));
    void this.work();
  }

  /** Whether a request is being answered: what goes wrong meanwhile is told as its error. */
  get isAnswering(): boolean {
    return this.working;
  }

  /** Tells what no request is at fault for. */
  tell(refused: Refused): void {
    this.send({ lab: PROTOCOL, id: null, kind: 'error', ...refused });
  }

  private refuse(id: RequestId | null, error: unknown): void {
    this.send({ lab: PROTOCOL, id, kind: 'error', ...refusedOf(error) });
  }

  private read(message: object, id: RequestId | null): Waiting {
    try {
      const request = parseRequest(message);
      return { id: request.id, request };
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      return { id, error };
    }
  }

  private async work(): Promise<void> {
    if (this.working || !this.isReady) return;
    this.working = true;
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) {
      try {
        if ('error' in next) throw next.error;
        await this.answer(next.request);
      } catch (error) {
        this.refuse(next.id, error);
      }
    }
    this.working = false;
  }

  private async answer(request: Request): Promise<void> {
    const { id } = request;
    const value = this.gaveWay(request)
      ? { ...standingOf(this.hands), superseded: true }
      : await done(request, this.hands);
    if (request.kind === 'hello') this.send({ lab: PROTOCOL, id, kind: 'ready', ...this.hands.ready() });
    else this.send({ lab: PROTOCOL, id, kind: 'answer', value });
  }

  /** Whether what would undo it waits right behind: a later value of the same parameter, another place to seek. */
  private gaveWay(request: Request): boolean {
    const [next] = this.waiting;
    if (next === undefined || !('request' in next)) return false;
    const { request: later } = next;
    // One that will be refused undoes nothing.
    if (request.kind === 'seek')
      return later.kind === 'seek' && (later.step === undefined) !== (later.time === undefined);
    return request.kind === 'set' && later.kind === 'set' && later.path === request.path;
  }

  private send(message: Reply): void {
    this.post.send(message);
  }
}

/** Whatever happened, who asked is told. */
function refusedOf(error: unknown): Refused {
  if (error instanceof Refusal) return error.refused;
  if (!(error instanceof ScenarioError))
    return { place: 'lab', value: String(error), expected: 'no fault of the lab itself' };
  return oddOf(error);
}

function done(request: Request, hands: Hands): Promise<Answers[RequestKind]> {
  // The table's entry of a kind takes that kind's request: the compiler cannot follow the pair.
  const handler = requests[request.kind] as Handler<RequestKind>;
  return Promise.resolve(handler.run(request, hands));
}
