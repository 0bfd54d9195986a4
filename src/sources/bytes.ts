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

/** The encoding that the bytes themselves give away, by a mark or by how `<?` is written. */
function sniff([a, b, c, d]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0 && b === 0x3c && c === 0) return 'utf-16be';
  if (a === 0x3c && b === 0 && d === 0) return 'utf-16le';
  return undefined;
}

/** Bytes as text; what cannot be decoded becomes U+FFFD. */
export function toText(bytes: Uint8Array, contentType = ''): string {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  const labels = [
    sniff(bytes),
    /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1],
    // Where this can be read, two bytes a character it is not, whatever .NET writes.
    /<\?xml[^>]*?encoding\s*=\s*["'](?!utf-?16)([\w.:-]+)/i.exec(head)?.[1],
  ];
  for (const label of labels) {
    const text = label && decode(bytes, label);
    if (typeof text === 'string') return text;
  }
  return decode(bytes, 'utf-8') ?? '';
}
