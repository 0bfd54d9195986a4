/** The same, saying by itself what it lacks: what a page adds to Object.prototype is nobody's. */
export const bare = <T extends object>(object: T): T => ({ __proto__: null, ...object });
