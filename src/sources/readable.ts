/** The path of an address as people read it; one that is escaped in no way that makes sense stays as it is. */
export function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
