/**
 * Lets the elements be imported in a Worker, where there is no page: nothing is drawn, but nothing breaks either. Comes
 * before Lit, which builds on these two when it is loaded (its build for Node brings its own); `leave` takes them away.
 */
const scope = globalThis as { HTMLElement?: unknown; document?: unknown; WorkerGlobalScope?: unknown };
const standIn =
  scope.WorkerGlobalScope !== undefined && scope.HTMLElement === undefined && scope.document === undefined;

if (standIn) {
  scope.HTMLElement = class {};
  scope.document = { createTreeWalker: () => undefined, createComment: () => undefined };
}

export function leave(): void {
  if (!standIn) return;
  delete scope.HTMLElement;
  delete scope.document;
}
