/**
 * Lets the elements be imported in a Worker, where there is no page: nothing is drawn, but nothing breaks either. Comes
 * before Lit, which builds on these two when it is loaded (its build for Node brings its own); `leave` takes them away.
 */
const scope = globalThis as Partial<Record<string, unknown>>;
const standIns =
  scope['WorkerGlobalScope'] && !scope['HTMLElement'] && !scope['document']
    ? { HTMLElement: class {}, document: { createTreeWalker: () => undefined } }
    : {};
Object.assign(scope, standIns);

export function leave(): void {
  for (const name in standIns) delete scope[name];
}
