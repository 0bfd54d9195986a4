/** Character encodings: a byte-order mark first, then what HTTP says, then what the document says of itself. */

const decode = (bytes: Uint8Array, label: string): string | undefined => {
  try {
    // `stream` because Node 20 decodes windows-1252 as if it were ISO 8859-1 otherwise (nodejs/node#56542).
    const decoder = new TextDecoder(label);
    return decoder.decode(bytes, { stream: true }) + decoder.decode();
  } catch {
    return undefined; // a label nobody knows
  }
};

/** The encodings that the bytes themselves give away, by a mark or by how `<?` is written. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^\xef\xbb\xbf/, 'utf-8'],
  [/^(\xfe\xff|\0<\0)/, 'utf-16be'],
  [/^(\xff\xfe|<\0[^]\0)/, 'utf-16le'],
];

/** Bytes as text; what cannot be decoded becomes U+FFFD. */
export function toText(bytes: Uint8Array, contentType = ''): string {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  const labels = [
    MARKS.find(([mark]) => mark.test(head))?.[1],
    /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1],
    // Where this can be read, two bytes a character it is not, whatever .NET writes.
    /<\?xml[^>]*?encoding\s*=\s*["'](?!utf-?16)([\w.:-]+)/i.exec(head)?.[1],
    'utf-8',
  ];
  let text: string | undefined;
  for (const label of labels) text ??= label && decode(bytes, label);
  return text ?? '';
}
