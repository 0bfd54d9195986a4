/** The end of a link to a comment. Half a character of an id, which no address can hold, is left out. */
export const anchor = (id: string): string => '#comment-' + encodeURIComponent(id.replace(/\p{Cs}/gu, '\ufffd'));
