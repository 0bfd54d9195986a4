/** Resolves the entities of HTML in a text, once, where there is no DOM. Loaded only there. */
export { decodeHTML as decode } from 'entities';
