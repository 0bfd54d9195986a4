/** Where there is no DOM. Loaded only there. */
import { decodeHTML } from 'entities';

/** Resolves the entities of HTML in a text, once. */
export const decode = (text: string): string => decodeHTML(text);
