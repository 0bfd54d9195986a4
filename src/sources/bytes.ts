/** Character encodings: a byte-order mark first, then what HTTP says, then what the document says of itself. */

/** Bytes as text; what cannot be decoded becomes U+FFFD. */
export function toText(bytes: Uint8Array, contentType = ''): string {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  const labels = [
    // A mark, or how `<?` is written.
    /^\xef\xbb\xbf/.test(head) && 'utf-8',
    /^(\xfe\xff|\0<\0)/.test(head) && 'utf-16be',
    /^(\xff\xfe|<\0[^]\0)/.test(head) && 'utf-16le',
    /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1],
    // Where this can be read, two bytes a character it is not, whatever .NET writes.
    /<\?xml[^>]*?encoding\s*=\s*["'](?!utf-?16)([\w.:-]+)/i.exec(head)?.[1],
    'utf-8',
  ];
  for (const label of labels)
    try {
      // `stream` because Node 20 decodes windows-1252 as if it were ISO 8859-1 otherwise (nodejs/node#56542).
      const decoder = new TextDecoder(label || 'none');
      return decoder.decode(bytes, { stream: true }) + decoder.decode();
    } catch {
      // None, or one that nobody knows.
    }
  return '';
}
