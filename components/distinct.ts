/** Lists of one group: in document order, a later one leaves out what an earlier one shows, and waits for it. */
export interface Member extends Element {
  /** The addresses it shows; undefined until it has settled. */
  readonly shown: readonly string[] | undefined;
  requestUpdate(): void;
}

const groups = new Map<string, Set<Member>>();

const before = (a: Element, b: Element): boolean =>
  Boolean(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);

/** Lets the others look again, after this task: what comes before what is different now. */
function stir(group: string, members: Set<Member>, member: Member): void {
  queueMicrotask(() => {
    for (const other of members) if (other !== member) other.requestUpdate();
    if (!members.size && groups.get(group) === members) groups.delete(group);
  });
}

/** Makes an element a member; returns how to leave. One that is moved or changed leaves and joins again in one task. */
export function join(group: string, member: Member): () => void {
  const members = groups.get(group) ?? new Set();
  groups.set(group, members.add(member));
  stir(group, members, member);
  return () => {
    members.delete(member);
    stir(group, members, member);
  };
}

/** What the lists before this one show; undefined while one of them has not settled. */
export function takenBefore(group: string, member: Member): string[] | undefined {
  const earlier = [...(groups.get(group) ?? [])].filter((other) => other !== member && before(other, member));
  if (earlier.some(({ shown }) => !shown)) return undefined;
  return earlier.flatMap(({ shown = [] }) => shown);
}

/** Tells the lists after this one that it shows something else now. */
export function tell(group: string, member: Member): void {
  for (const other of groups.get(group) ?? []) if (other !== member && before(member, other)) other.requestUpdate();
}
