/** By what comments are in order. */
export const SORTS = ['oldest', 'newest', 'best'] as const;
/** In which order comments are: by date, or by votes. */
export type Sort = (typeof SORTS)[number];
