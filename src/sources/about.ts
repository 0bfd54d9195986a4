/** What README says of an engine. Nothing that runs reads it. */
export interface About {
  /** Its name, as people know it. */
  engine: string;
  /** What it is used for. */
  does: 'lists' | 'comments' | 'posting' | 'counts';
  /** What an owner writes. */
  address: string;
  key?: 'none' | 'public' | 'private';
  where?: 'browser' | 'build step';
  /** `real`: against the engine itself; `captured`: against its answers; `documented`: against its documentation only. */
  tested: 'real' | 'captured' | 'documented';
}
